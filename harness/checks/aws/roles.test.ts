import { attributeName } from '../../aws/saml-attributes.ts';
import { removeElement } from '../../mutations/kit/edit.ts';
import { iamNames, iamRoles } from '../../mutations/kit/genuine-iam-facts.ts';
import { changedAll, checkTester } from '../check-tester.ts';
import {
  account,
  broken,
  noAssertion,
  noAttributes,
  onlyAttribute,
  response,
  setup,
  values,
} from './_login.test-helper.ts';
import roleAccount from './role-account.ts';
import roleAttribute from './role-attribute.ts';
import roleCase from './role-case.ts';
import roleExists from './role-exists.ts';
import rolePair from './role-pair.ts';
import rolePartition from './role-partition.ts';
import roleProvider from './role-provider.ts';
import roleRepeated from './role-repeated.ts';
import roleReserved from './role-reserved.ts';
import roleWhiteSpace from './role-white-space.ts';
import rolesAgreed from './roles-agreed.ts';

const { providerArn } = iamNames;
const role = (...texts: readonly string[]) => values('role', ...texts);
const gov = (text: string) => text.replaceAll('arn:aws:', 'arn:aws-us-gov:');
const providerFirst = {
  name: 'the provider stands first',
  given: role(`${providerArn},${iamRoles.powerUser}`, `${providerArn},${iamRoles.readOnly}`),
};
const oneRole = { name: 'there is one role', given: role(`${iamRoles.powerUser},${providerArn}`) };

checkTester(roleAttribute, {
  passes: [
    oneRole,
    {
      name: 'the values stand in two statements',
      given: response((xml) =>
        xml.replace(
          '</saml:AttributeStatement>',
          '</saml:AttributeStatement><saml:AttributeStatement></saml:AttributeStatement>',
        ),
      ),
    },
  ],
  fails: [
    { given: broken('no-role'), message: 'absent' },
    { ...noAttributes, message: 'absent' },
    { given: broken('role-empty'), message: 'empty' },
    { name: 'there is no value at all', given: role(), message: 'empty' },
  ],
  notApplicable: [noAssertion, { given: broken('role-name-in-lower-case') }],
});

checkTester(rolePair, {
  passes: [
    oneRole,
    providerFirst,
    { name: 'a space follows, which another check tells', given: broken('role-space-after-comma') },
  ],
  fails: [
    { given: broken('role-without-provider'), message: 'other' },
    { given: broken('role-pairs-in-one-value'), message: 'other' },
    {
      name: 'a user stands for the role',
      given: role(`arn:aws:iam::111122223333:user/a,${providerArn}`),
      message: 'other',
    },
    { name: 'the name alone is sent', given: role('PowerUser'), message: 'other' },
    {
      name: 'the provider is one of OpenID Connect',
      given: role(`${iamRoles.powerUser},arn:aws:iam::111122223333:oidc-provider/x`),
      message: 'other',
    },
  ],
  // Somebody without any role is a finding on the assignment, not on a value.
  notApplicable: [noAttributes, { name: 'a person has no role', given: role() }],
});

checkTester(roleWhiteSpace, {
  passes: [oneRole, providerFirst],
  fails: [
    { given: broken('role-space-after-comma'), message: 'around' },
    {
      name: 'a line break follows',
      given: role(`${iamRoles.powerUser},${providerArn}\n`),
      message: 'around',
    },
    { given: broken('role-space-inside'), message: 'inside' },
  ],
  notApplicable: [noAttributes],
});

checkTester(rolePartition, {
  passes: [
    oneRole,
    {
      name: 'all of it is of GovCloud',
      given: changedAll(
        account((record) => ({ ...record, partition: 'aws-us-gov' })),
        role(gov(`${iamRoles.powerUser},${providerArn}`)),
      ),
    },
  ],
  fails: [
    { given: broken('role-of-china'), message: 'other' },
    { given: broken('role-of-unknown-partition'), message: 'unknown' },
    { given: broken('role-of-two-partitions'), message: 'differ' },
  ],
  notApplicable: [noAttributes],
});

checkTester(roleCase, {
  passes: [
    oneRole,
    { name: 'names have capitals', given: role(`arn:aws:iam::111122223333:role/ADMIN,${providerArn}`) },
  ],
  fails: [{ given: broken('role-arn-in-upper-case'), message: 'other' }],
  notApplicable: [noAttributes],
});

checkTester(roleAccount, {
  passes: [
    oneRole,
    {
      name: 'two accounts have a pair each',
      given: role(
        `${iamRoles.powerUser},${providerArn}`,
        'arn:aws:iam::444455556666:role/A,arn:aws:iam::444455556666:saml-provider/P',
      ),
    },
  ],
  fails: [{ given: broken('role-of-other-account'), message: 'other' }],
  notApplicable: [noAttributes],
});

checkTester(roleProvider, {
  passes: [
    oneRole,
    providerFirst,
    {
      name: 'a second account has a provider in use as well',
      given: account((record) => ({
        ...record,
        inUse: [...record.inUse, 'arn:aws:iam::444455556666:saml-provider/1Kosmos'],
      })),
    },
  ],
  fails: [
    { given: broken('provider-in-other-case'), message: 'case' },
    { given: broken('provider-before-cutover'), message: 'unknown' },
    { given: broken('provider-of-other-account'), message: 'unknown' },
    { given: broken('provider-after-cutover'), message: 'other' },
  ],
  notApplicable: [
    noAttributes,
    { name: 'nobody knows which is in use', given: account((record) => ({ ...record, inUse: [] })) },
  ],
});

checkTester(roleRepeated, {
  passes: [
    oneRole,
    {
      name: 'two accounts have a role of the same name',
      given: role(
        `${iamRoles.powerUser},${providerArn}`,
        'arn:aws:iam::444455556666:role/PowerUser,arn:aws:iam::444455556666:saml-provider/P',
      ),
    },
  ],
  fails: [
    { given: broken('role-listed-twice'), message: 'twice' },
    {
      name: 'the second time the order is another',
      given: role(`${iamRoles.powerUser},${providerArn}`, `${providerArn},${iamRoles.powerUser}`),
      message: 'twice',
    },
  ],
  notApplicable: [noAttributes],
});

checkTester(roleExists, {
  passes: [
    oneRole,
    {
      name: 'the account of a role is not known',
      given: role('arn:aws:iam::444455556666:role/A,arn:aws:iam::444455556666:saml-provider/P'),
    },
    {
      name: 'it is one of Identity Center, which another check tells',
      given: broken('role-of-identity-center'),
    },
  ],
  fails: [
    { given: broken('role-unknown'), message: 'absent' },
    { given: broken('role-name-in-other-case'), message: 'alike' },
    { given: broken('role-path-left-out'), message: 'alike' },
  ],
  notApplicable: [
    noAttributes,
    { name: 'no role is known', given: account((record) => ({ ...record, roles: [] })) },
  ],
});

checkTester(roleReserved, {
  passes: [
    oneRole,
    {
      name: 'the prefix stands elsewhere',
      given: role(`arn:aws:iam::111122223333:role/My_AWSReservedSSO_,${providerArn}`),
    },
  ],
  fails: [{ given: broken('role-of-identity-center'), message: 'reserved' }],
  notApplicable: [noAttributes],
});

checkTester(rolesAgreed, {
  passes: [
    providerFirst,
    {
      name: 'the order is another',
      given: setup((record) => ({
        ...record,
        access: record.access?.map((one) => ({ ...one, roles: [...one.roles].reverse() })) ?? [],
      })),
    },
  ],
  fails: [
    { given: broken('role-not-agreed'), message: 'extra' },
    { given: broken('role-left-out'), message: 'missing' },
    { name: 'nothing was agreed', given: setup((record) => ({ ...record, access: [] })), message: 'extra' },
  ],
  notApplicable: [
    noAttributes,
    { name: 'what was agreed is not known', given: setup(({ access: _, ...record }) => record) },
    { name: 'the one value is no pair', given: onlyAttribute(attributeName('role'), 'PowerUser') },
    {
      name: 'the attribute is gone',
      given: response((xml) => removeElement(xml, `Attribute[Name=${attributeName('role')}]`)),
    },
  ],
});
