import type { PortalRecord, Setup } from '../../model/records.ts';
import { type AddedAttribute, addAttributes } from '../../mutations/identity-center/_attributes.ts';
import accountNotShown from '../../mutations/identity-center/account-not-shown.ts';
import acsUrlOfIam from '../../mutations/identity-center/acs-url-of-iam.ts';
import acsUrlOfOtherRegion from '../../mutations/identity-center/acs-url-of-other-region.ts';
import twiceInOtherCase from '../../mutations/identity-center/attribute-twice-in-other-case.ts';
import fiftyOne from '../../mutations/identity-center/fifty-one-attributes.ts';
import issuerUrlOfIam from '../../mutations/identity-center/issuer-url-of-iam.ts';
import noSuchUser from '../../mutations/identity-center/no-such-user.ts';
import nothingAssigned from '../../mutations/identity-center/nothing-assigned.ts';
import portalOfOtherInstance from '../../mutations/identity-center/portal-of-other-instance.ts';
import roleNotAssigned from '../../mutations/identity-center/role-not-assigned-shown.ts';
import userDisabled from '../../mutations/identity-center/user-disabled.ts';
import { insertInto } from '../../mutations/kit/edit.ts';
import { changed, checkTester, genuine } from '../check-tester.ts';
import accessShown from './access-shown.ts';
import acsUrl from './acs-url.ts';
import assignment from './assignment.ts';
import attributeCount from './attribute-count.ts';
import attributeNameFormat from './attribute-name-format.ts';
import attributePlain from './attribute-plain.ts';
import attributeSingle from './attribute-single.ts';
import attributeUnique from './attribute-unique.ts';
import instance from './instance.ts';
import issuerUrl from './issuer-url.ts';
import region from './region.ts';
import userActive from './user-active.ts';
import userExists from './user-exists.ts';

const setup = (apply: (record: Setup) => Setup) => changed({ on: 'setup', apply });
const sp = (typed: NonNullable<Setup['sp']>) =>
  setup((record) => ({ ...record, sp: { ...record.sp, ...typed } }));
const portal = (apply: (record: PortalRecord) => PortalRecord) => changed({ on: 'portal', apply });
const attributes = (...added: readonly AddedAttribute[]) =>
  changed({ on: 'response', apply: (xml) => addAttributes(xml, added) });
const nothingKnown = { name: 'nothing is known', given: setup(() => ({})) };
const plain = {
  name: 'a plain attribute is there',
  given: attributes({ key: 'CostCenter', values: ['100'] }),
};
const noAbac = { name: 'there is no such attribute', given: genuine };
const id = '6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10';

checkTester(acsUrl, {
  passes: [
    {
      name: 'the region has three words',
      given: sp({ acsUrl: `https://us-gov-west-1.signin.amazonaws-us-gov.com/platform/saml/acs/${id}` }),
    },
    {
      name: 'the newer host is used',
      given: sp({ acsUrl: `https://eu-west-1.sso.signin.aws/platform/saml/acs/${id}` }),
    },
  ],
  fails: [
    { given: acsUrlOfIam, message: 'other', where: { path: '/sp/acsUrl' } },
    {
      name: 'the portal was entered',
      given: sp({ acsUrl: 'https://d-1234567890.awsapps.com/start' }),
      message: 'other',
    },
    {
      name: 'a slash follows',
      given: sp({ acsUrl: `https://us-east-1.signin.aws.amazon.com/platform/saml/acs/${id}/` }),
      message: 'other',
    },
  ],
  notApplicable: [nothingKnown],
});

checkTester(issuerUrl, {
  passes: [
    {
      name: 'another region is used',
      given: sp({ entityId: 'https://ap-southeast-2.signin.aws.amazon.com/platform/saml/d-976708da7c' }),
    },
  ],
  fails: [
    { given: issuerUrlOfIam, message: 'other' },
    {
      name: 'the ACS URL was entered',
      given: sp({ entityId: `https://us-east-1.signin.aws.amazon.com/platform/saml/acs/${id}` }),
      message: 'other',
    },
  ],
  notApplicable: [nothingKnown],
});

checkTester(region, {
  passes: [
    {
      name: 'both are of another region',
      given: sp({
        acsUrl: `https://eu-central-1.signin.aws.amazon.com/platform/saml/acs/${id}`,
        entityId: 'https://eu-central-1.signin.aws.amazon.com/platform/saml/d-976708da7c',
      }),
    },
  ],
  fails: [{ given: acsUrlOfOtherRegion, message: 'differ' }],
  notApplicable: [nothingKnown, { name: 'one is of another service', given: acsUrlOfIam }],
});

checkTester(instance, {
  passes: [
    {
      name: 'the portal has a port',
      given: portal((record) => ({ ...record, url: 'https://d-1234567890.awsapps.com:443/start' })),
    },
  ],
  fails: [{ given: portalOfOtherInstance, message: 'other', where: { artifact: 'portal' } }],
  notApplicable: [
    {
      name: 'the portal has an alias',
      given: portal((record) => ({ ...record, url: 'https://acme.awsapps.com/start' })),
    },
    nothingKnown,
  ],
});

checkTester(userExists, {
  passes: [{ name: 'the user is disabled, which another check tells', given: userDisabled }],
  fails: [{ given: noSuchUser, message: 'none' }],
  notApplicable: [nothingKnown],
});

checkTester(userActive, {
  passes: [{ name: 'the user is enabled', given: genuine }],
  fails: [{ given: userDisabled, message: 'disabled' }],
  notApplicable: [nothingKnown, noSuchUser],
});

checkTester(assignment, {
  passes: [
    {
      name: 'one account of several has no role',
      given: setup((record) => ({
        ...record,
        access: [{ accountId: '1', accountName: 'Empty', roles: [] }, ...(record.access ?? [])],
      })),
    },
  ],
  fails: [{ given: nothingAssigned, message: 'none' }],
  notApplicable: [nothingKnown, noSuchUser],
});

checkTester(accessShown, {
  passes: [
    {
      name: 'the order is another',
      given: portal((record) => ({
        ...record,
        accounts: record.accounts
          .toReversed()
          .map((account) => ({ ...account, roles: account.roles.toReversed() })),
      })),
    },
  ],
  fails: [
    { given: accountNotShown, message: 'missing' },
    { given: roleNotAssigned, message: 'extra' },
    {
      name: 'an account has another name',
      given: portal((record) => ({
        ...record,
        accounts: record.accounts.map((one) => ({ ...one, accountName: `${one.accountName} 2` })),
      })),
      message: 'name',
    },
  ],
  notApplicable: [nothingKnown],
});

const fifty = Array.from({ length: 50 }, (_, index) => ({ key: `Tag${index}`, values: ['x'] }));
checkTester(attributeCount, {
  passes: [plain, { name: 'there are exactly fifty', given: attributes(...fifty) }],
  fails: [{ given: fiftyOne, message: 'many', where: { artifact: 'response' } }],
  notApplicable: [noAbac],
});

checkTester(attributeSingle, {
  passes: [plain, { name: 'the one value is empty', given: attributes({ key: 'Team', values: [''] }) }],
  fails: [
    {
      name: 'there are two values',
      given: attributes({ key: 'Team', values: ['a', 'b'] }),
      message: 'count',
    },
    { name: 'there is no value', given: attributes({ key: 'Team', values: [] }), message: 'count' },
  ],
  notApplicable: [noAbac],
});

checkTester(attributeUnique, {
  passes: [
    plain,
    {
      name: 'keys begin alike',
      given: attributes({ key: 'Team', values: ['a'] }, { key: 'TeamLead', values: ['a'] }),
    },
  ],
  fails: [
    { given: twiceInOtherCase, message: 'twice' },
    {
      name: 'the same key is there twice',
      given: attributes({ key: 'Team', values: ['a'] }, { key: 'Team', values: ['a'] }),
      message: 'twice',
    },
  ],
  notApplicable: [noAbac],
});

checkTester(attributeNameFormat, {
  passes: [
    plain,
    {
      name: 'the format is basic',
      given: attributes({
        key: 'Team',
        values: ['a'],
        format: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
      }),
    },
    {
      name: 'there is no format, which means unspecified',
      given: changed({
        on: 'response',
        apply: (xml) =>
          addAttributes(xml, [{ key: 'Team', values: ['a'] }]).replace(
            /(AccessControl:Team") NameFormat="[^"]*"/,
            '$1',
          ),
      }),
    },
  ],
  fails: [
    {
      name: 'the format is generic',
      given: attributes({ key: 'Team', values: ['a'], format: 'urn:x:generic' }),
      message: 'other',
    },
  ],
  notApplicable: [noAbac],
});

const nested =
  '<a:Attribute xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" Name="https://aws.amazon.com/SAML/Attributes/AccessControl:Team"><a:AttributeValue><b/></a:AttributeValue></a:Attribute>';
checkTester(attributePlain, {
  passes: [
    plain,
    {
      name: 'letters of other scripts are used',
      given: attributes({ key: 'Größe', values: ['東京 1_2.3:4/5=6+7-8@9'] }),
    },
    { name: 'the value has 256 characters', given: attributes({ key: 'Team', values: ['x'.repeat(256)] }) },
  ],
  fails: [
    {
      name: 'the value has a bracket',
      given: attributes({ key: 'Team', values: ['<all>'] }),
      message: 'value',
    },
    {
      name: 'the value has 257 characters',
      given: attributes({ key: 'Team', values: ['x'.repeat(257)] }),
      message: 'value',
    },
    { name: 'the key is empty', given: attributes({ key: '', values: ['x'] }), message: 'key' },
    {
      name: 'the key has 129 characters',
      given: attributes({ key: 'k'.repeat(129), values: ['x'] }),
      message: 'key',
    },
    {
      name: 'the value is an element',
      given: changed({ on: 'response', apply: (xml) => insertInto(xml, 'AttributeStatement', nested) }),
      message: 'structure',
    },
  ],
  notApplicable: [noAbac],
});
