import { attributeName } from '../../aws/saml-attributes.ts';
import { setAttribute } from '../../mutations/kit/edit.ts';
import { iamNames } from '../../mutations/kit/genuine-iam-facts.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { changedAll, checkTester, genuine } from '../check-tester.ts';
import { account, broken, noAttributes, onlyAttribute, response, trust } from './_login.test-helper.ts';
import recipientTrusted from './recipient-trusted.ts';
import setSourceIdentity from './set-source-identity.ts';
import tagSession from './tag-session.ts';
import trustAction from './trust-action.ts';
import trustAudience from './trust-audience.ts';
import trustConditions from './trust-conditions.ts';
import trustDenied from './trust-denied.ts';
import trustProvider from './trust-provider.ts';
import trustReadable from './trust-readable.ts';
import trustWildcard from './trust-wildcard.ts';

const asHeld = { name: 'it is as the account holds it', given: genuine };
const conditions = (Condition: unknown) => trust((statement) => [{ ...statement, Condition }]);
const noRole = {
  name: 'no role of the response is known',
  given: account((record) => ({ ...record, roles: [] })),
};
const aud = { 'SAML:aud': iamNames.signInUrl };
const rolesOnly = onlyAttribute(
  attributeName('role'),
  `arn:aws:iam::111122223333:role/PowerUser,${iamNames.providerArn}`,
);
/** A Deny for everybody who is not of a department, which all roles of such a kind carry. */
const denyOthers = (Action: string, department: string) =>
  trust((statement) => [
    statement,
    {
      Effect: 'Deny',
      Principal: statement.Principal,
      Action,
      Condition: { StringNotEquals: { 'aws:RequestTag/Department': department } },
    },
  ]);

checkTester(trustReadable, {
  passes: [
    asHeld,
    {
      name: 'a notice would only matter to a new policy',
      given: trust((one) => [{ ...one, Action: 'sts:*' }]),
    },
  ],
  fails: [
    { given: broken('trust-policy-broken'), message: 'broken', where: { artifact: 'account' } },
    {
      name: 'it has no Effect',
      given: trust(({ Effect: _, ...one }) => [{ ...one, Effect: '' }]),
      message: 'broken',
    },
  ],
  notApplicable: [noRole, noAttributes],
});
checkTester(trustProvider, {
  passes: [
    {
      name: 'several providers are named',
      given: trust((one) => [
        {
          ...one,
          Principal: { Federated: ['arn:aws:iam::111122223333:saml-provider/Old', iamNames.providerArn] },
        },
      ]),
    },
    { name: 'everyone is let in, which another check tells', given: broken('trust-for-everyone') },
  ],
  fails: [
    { given: broken('trust-of-other-provider'), message: 'other' },
    {
      name: 'the account is named in place of the provider',
      given: trust((one) => [{ ...one, Principal: { AWS: '111122223333' } }]),
      message: 'other',
    },
    {
      name: 'the case is another',
      given: trust((one) => [{ ...one, Principal: { Federated: iamNames.providerArn.replace('1K', '1k') } }]),
      message: 'other',
    },
  ],
  notApplicable: [
    noRole,
    {
      name: 'no offered role is by a provider in use',
      given: account((record) => ({ ...record, inUse: [] })),
    },
  ],
});
checkTester(trustAction, {
  passes: [
    { name: 'a wildcard stands for it', given: trust((one) => [{ ...one, Action: 'sts:*' }]) },
    { name: 'the case is another', given: trust((one) => [{ ...one, Action: 'STS:assumerolewithsaml' }]) },
    {
      name: 'another provider is named, which another check tells',
      given: broken('trust-of-other-provider'),
    },
  ],
  fails: [
    { given: broken('trust-for-web-identity'), message: 'other' },
    {
      name: 'only tags are allowed',
      given: trust((one) => [{ ...one, Action: 'sts:TagSession' }]),
      message: 'other',
    },
  ],
  notApplicable: [noRole],
});
checkTester(trustAudience, {
  passes: [
    {
      name: 'the key is in lower case',
      given: conditions({ StringEquals: { 'saml:aud': iamNames.signInUrl } }),
    },
    {
      name: 'other statements are about other actions',
      given: trust((one) => [one, { ...one, Action: 'sts:TagSession', Condition: {} }]),
    },
  ],
  fails: [
    { given: broken('trust-without-audience'), message: 'absent' },
    {
      name: 'only another key is asked for',
      given: conditions({ StringEquals: { 'SAML:iss': 'x' } }),
      message: 'absent',
    },
  ],
  notApplicable: [noRole],
});
checkTester(recipientTrusted, {
  passes: [
    {
      name: 'several addresses are accepted',
      given: conditions({
        StringEquals: { 'SAML:aud': ['https://eu-west-1.signin.aws.amazon.com/saml', iamNames.signInUrl] },
      }),
    },
    {
      name: 'a pattern is accepted',
      given: conditions({ StringLike: { 'SAML:aud': 'https://*signin.aws.amazon.com/saml' } }),
    },
    {
      name: 'there is no such condition, which another check tells',
      given: broken('trust-without-audience'),
    },
    {
      name: 'a second statement accepts it',
      given: trust((one) => [
        {
          ...one,
          Sid: 'Other',
          Condition: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
        },
        one,
      ]),
    },
  ],
  fails: [
    { given: broken('trust-of-other-region'), message: 'other' },
    { given: broken('recipient-with-slash'), message: 'other' },
    {
      name: 'the entity ID stands in its place',
      given: conditions({ StringEquals: { 'SAML:aud': 'urn:amazon:webservices' } }),
      message: 'other',
    },
    {
      name: 'each of two statements lacks something',
      given: trust((one) => [
        { ...one, Condition: { StringEquals: { ...aud, 'SAML:sub_type': 'persistent' } } },
        {
          ...one,
          Sid: 'Other',
          Condition: { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
        },
      ]),
      message: 'other',
    },
  ],
  notApplicable: [noRole],
});
checkTester(trustConditions, {
  passes: [
    {
      name: 'the format is the one asked for',
      given: conditions({ StringEquals: { ...aud, 'SAML:sub_type': NAMEID.emailAddress } }),
    },
    {
      name: 'the name is the one asked for',
      given: conditions({ StringLike: { 'saml:sub': '*@example.com' } }),
    },
    {
      name: 'the tag is the one asked for',
      given: conditions({ StringEquals: { ...aud, 'aws:RequestTag/Department': 'Engineering' } }),
    },
    {
      name: 'the provider is asked for by saml:doc',
      given: conditions({ StringEquals: { 'saml:doc': '111122223333/1Kosmos' } }),
    },
    {
      name: 'the format was changed to fit',
      given: changedAll(
        conditions({ StringEquals: { 'SAML:sub_type': 'persistent' } }),
        response((xml) => setAttribute(xml, 'NameID', 'Format', NAMEID.persistent)),
      ),
    },
    { name: 'only SAML:aud does not fit, which another check tells', given: broken('trust-of-other-region') },
  ],
  fails: [
    { given: broken('trust-wants-persistent-name'), message: 'unmet' },
    { given: broken('trust-wants-other-department'), message: 'unmet' },
    {
      name: 'a key is asked for that the response does not have',
      given: conditions({ StringEquals: { ...aud, 'saml:eduPersonOrgDN': 'x' } }),
      message: 'unmet',
    },
  ],
  notApplicable: [noRole],
});
checkTester(trustDenied, {
  passes: [
    asHeld,
    { name: 'the Deny does not apply', given: denyOthers('sts:AssumeRoleWithSAML', 'Engineering') },
    { name: 'the Deny is about another action', given: denyOthers('sts:AssumeRole', 'Finance') },
  ],
  fails: [
    { given: broken('trust-denies-department'), message: 'denied' },
    { name: 'the Deny is about every action', given: denyOthers('*', 'Finance'), message: 'denied' },
  ],
  notApplicable: [noRole],
});
checkTester(trustWildcard, {
  passes: [
    asHeld,
    {
      name: 'a wildcard is denied',
      given: trust((one) => [one, { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }]),
    },
  ],
  fails: [
    { given: broken('trust-for-everyone'), message: 'everyone' },
    {
      name: 'every AWS principal is let in',
      given: trust((one) => [one, { ...one, Sid: 'All', Principal: { AWS: '*' } }]),
      message: 'everyone',
    },
    {
      name: 'everybody but one is let in',
      given: trust(({ Principal: _, ...one }) => [
        { ...one, Principal: undefined, NotPrincipal: { AWS: '444455556666' } },
      ]),
      message: 'negated',
    },
  ],
  notApplicable: [noRole],
});
checkTester(tagSession, {
  passes: [
    asHeld,
    {
      name: 'a second statement allows it',
      given: trust((one) => [
        { ...one, Action: 'sts:AssumeRoleWithSAML' },
        { ...one, Sid: 'Tags', Action: 'sts:TagSession', Condition: {} },
      ]),
    },
    {
      name: 'the login itself is refused, which another check tells',
      given: broken('trust-of-other-region'),
    },
  ],
  fails: [
    { given: broken('trust-without-tag-session'), message: 'missing' },
    { name: 'it is denied', given: denyOthers('sts:TagSession', 'Finance'), message: 'missing' },
    {
      name: 'it is allowed under a condition that is not met',
      given: trust((one) => [
        { ...one, Action: 'sts:AssumeRoleWithSAML' },
        {
          ...one,
          Sid: 'Tags',
          Action: 'sts:TagSession',
          Condition: { StringEquals: { 'aws:RequestTag/Department': 'Finance' } },
        },
      ]),
      message: 'missing',
    },
  ],
  notApplicable: [noRole, { name: 'there is no tag', given: rolesOnly }],
});
checkTester(setSourceIdentity, {
  passes: [asHeld],
  fails: [
    { given: broken('trust-without-source-identity'), message: 'missing' },
    { name: 'it is denied', given: denyOthers('sts:SetSourceIdentity', 'Finance'), message: 'missing' },
  ],
  notApplicable: [noRole, { name: 'there is none', given: rolesOnly }],
});
