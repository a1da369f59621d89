import type { Case } from '../../harness/model/integration.ts';
import type { AttributeExpectation, OutcomeRecord } from '../../harness/model/records.ts';
import * as arrange from './arrange.ts';
import type { StsQuestion } from './ask-sts.ts';
import {
  account,
  otherProvider,
  type PersonName,
  pairOf,
  people,
  providerOf,
  roles,
  second,
} from './world.ts';

/** A login into roles of an AWS account. IdP-initiated: AWS sign-in sends no AuthnRequest, so there is no other way. */
export interface IamCase extends Case {
  readonly person: PersonName;
  readonly expected: OutcomeRecord['expected'];
  /** Roles that the assertion offers, where they are not the person's own. */
  readonly offered?: readonly string[];
  /** Role that the person picks on the page. */
  readonly chosen?: string;
  /** What the mapping table agrees on beside AWS's own attributes. */
  readonly agreed?: readonly AttributeExpectation[];
  /** RelayState: the page of the console that the person wants. */
  readonly destination?: string;
  /** Posts the response to the sign-in page once more; AWS is known to take it. */
  readonly again: boolean;
  /** What a tool asks STS for with the same response, and what must come of it. */
  readonly sts: readonly StsQuestion[];
  readonly before: readonly arrange.Arrangement[];
  readonly after: readonly arrange.Arrangement[];
  /** A second provider in the first account has the same metadata, so the same issuer. */
  readonly formerProviderToo: boolean;
}

type Sketch = Pick<IamCase, 'id' | 'title' | 'person'> &
  Partial<Omit<IamCase, 'id' | 'title' | 'person' | 'flow'>>;

const oneSecond = 1_000;
const minute = 60_000;
/** eduPersonAffiliation, as the IAM User Guide maps it to `SAML:eduPersonAffiliation`. */
const affiliation = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1';
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const ask = (roleArn: string, expected: string, durationSeconds?: number) => ({
  roleArn,
  principalArn: providerOf(roleArn.split(':')[4] ?? ''),
  ...(durationSeconds === undefined ? {} : { durationSeconds }),
  expected,
});
const granted = (roleArn: string, durationSeconds?: number) => ask(roleArn, 'credentials', durationSeconds);

const sketches: readonly Sketch[] = [
  {
    id: 'one-role',
    title: 'A person with one role goes straight to the console',
    person: 'bob',
    sts: [granted(roles.readOnly)],
  },
  {
    id: 'several-roles',
    title: 'A person with several roles chooses one',
    person: 'alice',
    chosen: roles.readOnly,
    sts: [granted(roles.powerUser), granted(roles.readOnly, 3_600)],
  },
  {
    id: 'two-accounts',
    title: 'A person with roles in two accounts chooses one of the second',
    person: 'carol',
    chosen: roles.auditor,
    sts: [granted(roles.auditor), granted(roles.readOnly)],
  },
  {
    id: 'provider-first',
    title: 'Role values with the provider before the role are taken',
    person: 'bob',
    after: [arrange.roleValues('bob', `${providerOf(account.id)},${roles.readOnly}`)],
    sts: [granted(roles.readOnly)],
  },
  {
    id: 'destination',
    title: 'RelayState leads to the page of the console that it names',
    person: 'bob',
    destination: 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1',
  },
  {
    id: 'no-role',
    title: 'A person whose assertion names no role is refused',
    person: 'dave',
    expected: 'refused-by-sp',
    expectedFailures: [
      { check: 'aws/role-attribute', reason: 'Nobody gave this person a role at the identity provider.' },
    ],
  },
  {
    id: 'provider-unknown',
    title: 'A Role value with a provider that does not exist is refused',
    person: 'bob',
    after: [
      arrange.roleValues('bob', pairOf(roles.readOnly, `arn:aws:iam::${account.id}:saml-provider/1kosmos`)),
    ],
    expected: 'refused-by-sp',
    sts: [
      {
        roleArn: roles.readOnly,
        principalArn: `arn:aws:iam::${account.id}:saml-provider/1kosmos`,
        expected: 'InvalidIdentityToken',
      },
    ],
    expectedFailures: [
      { check: 'aws/role-provider', reason: 'The mapping spells the provider in lower case.' },
    ],
  },
  {
    id: 'provider-other-account',
    title: 'A Role value with the provider of another account is refused',
    person: 'bob',
    after: [arrange.roleValues('bob', pairOf(roles.readOnly, providerOf(second.id)))],
    expected: 'refused-by-sp',
    expectedFailures: [
      { check: 'aws/role-account', reason: 'The mapping pairs a role with the other account’s provider.' },
    ],
  },
  {
    id: 'trusts-other-provider',
    title: 'A role that trusts another provider is refused',
    person: 'bob',
    offered: [roles.elsewhere],
    expected: 'refused-by-sp',
    sts: [ask(roles.elsewhere, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-provider', reason: 'The role trusts the former provider only.' }],
  },
  {
    id: 'other-audience',
    title: 'A trust policy with another SAML:aud is refused',
    person: 'bob',
    offered: [roles.otherAudience],
    expected: 'refused-by-sp',
    sts: [ask(roles.otherAudience, 'AccessDenied')],
    expectedFailures: [
      {
        check: 'aws/recipient-trusted',
        reason: 'The trust policy names a regional sign-in address, the login comes by the global one.',
      },
    ],
  },
  {
    id: 'no-audience',
    title: 'A trust policy without SAML:aud lets everybody in whom the provider vouches for',
    person: 'bob',
    offered: [roles.noAudience],
    sts: [granted(roles.noAudience)],
    expectedFailures: [
      { check: 'aws/trust-audience', reason: 'AWS takes the policy; the guide asks for the condition.' },
    ],
  },
  {
    id: 'subject-met',
    title: 'A condition on SAML:sub lets the named person in',
    person: 'bob',
    offered: [roles.onlyBob],
    sts: [granted(roles.onlyBob)],
  },
  {
    id: 'subject-not-met',
    title: 'A condition on SAML:sub keeps everybody else out',
    person: 'dave',
    offered: [roles.onlyBob],
    expected: 'refused-by-sp',
    sts: [ask(roles.onlyBob, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The role is for another person.' }],
  },
  {
    id: 'subject-type',
    title: 'A condition on SAML:sub_type refuses an e-mail address',
    person: 'bob',
    offered: [roles.persistentOnly],
    expected: 'refused-by-sp',
    sts: [ask(roles.persistentOnly, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The role wants persistent NameIDs.' }],
  },
  {
    id: 'subject-type-met',
    title: 'A condition on SAML:sub_type lets a persistent NameID in',
    person: 'bob',
    offered: [roles.persistentOnly],
    after: [arrange.offering('bob', roles.persistentOnly), arrange.setting({ nameIdFormat: persistent })],
    sts: [granted(roles.persistentOnly)],
  },
  {
    id: 'issuer-met',
    title: 'A condition on SAML:iss lets this identity provider in',
    person: 'bob',
    offered: [roles.byIssuer],
    sts: [granted(roles.byIssuer)],
  },
  {
    id: 'issuer-not-met',
    title: 'A condition on SAML:iss keeps another identity provider out',
    person: 'bob',
    offered: [roles.byFormerIssuer],
    expected: 'refused-by-sp',
    sts: [ask(roles.byFormerIssuer, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The role is for the former provider.' }],
  },
  {
    id: 'affiliation-met',
    title: 'A condition on SAML:eduPersonAffiliation lets a member of staff in',
    person: 'bob',
    offered: [roles.staff],
    after: [
      arrange.offering('bob', roles.staff),
      arrange.sendingAttribute(affiliation, 'user.custom.affiliation'),
    ],
    agreed: [{ source: 'user.custom.affiliation', name: affiliation, value: 'staff' }],
    sts: [granted(roles.staff)],
  },
  {
    id: 'affiliation-not-met',
    title: 'A condition on SAML:eduPersonAffiliation keeps an affiliate out',
    person: 'dave',
    offered: [roles.staff],
    after: [
      arrange.offering('dave', roles.staff),
      arrange.sendingAttribute(affiliation, 'user.custom.affiliation'),
    ],
    agreed: [{ source: 'user.custom.affiliation', name: affiliation, value: 'affiliate' }],
    expected: 'refused-by-sp',
    sts: [ask(roles.staff, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The person is no member of staff.' }],
  },
  {
    id: 'affiliation-not-sent',
    title: 'A condition on SAML:eduPersonAffiliation keeps everybody out while the attribute is not mapped',
    person: 'bob',
    offered: [roles.staff],
    expected: 'refused-by-sp',
    sts: [ask(roles.staff, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The mapping does not send the attribute.' }],
  },
  {
    id: 'tag-met',
    title: 'A required session tag lets the department in',
    person: 'alice',
    offered: [roles.engineers],
    sts: [granted(roles.engineers)],
  },
  {
    id: 'tag-not-met',
    title: 'A required session tag keeps another department out',
    person: 'bob',
    offered: [roles.engineers],
    expected: 'refused-by-sp',
    sts: [ask(roles.engineers, 'AccessDenied')],
    expectedFailures: [{ check: 'aws/trust-conditions', reason: 'The role is for another department.' }],
  },
  {
    id: 'source-identity',
    title: 'A SourceIdentity that the trust policy does not allow is refused',
    person: 'bob',
    offered: [roles.noSourceIdentity],
    after: [
      arrange.offering('bob', roles.noSourceIdentity),
      arrange.claimValue('SourceIdentity', 'user.email'),
    ],
    expected: 'refused-by-sp',
    sts: [ask(roles.noSourceIdentity, 'AccessDenied')],
    expectedFailures: [
      { check: 'aws/set-source-identity', reason: 'The trust policy does not allow sts:SetSourceIdentity.' },
    ],
  },
  {
    id: 'duration-over-role',
    title: 'DurationSeconds above the role’s maximum is refused, and the console session is not',
    person: 'alice',
    chosen: roles.powerUser,
    sts: [granted(roles.powerUser, 14_400), ask(roles.powerUser, 'ValidationError', 14_401)],
    expectedFailures: [
      { check: 'aws/accepted', reason: 'The tool asks for more than the role allows.' },
      { check: 'aws/request-duration', reason: 'The tool asks for more than the role allows.' },
    ],
  },
  {
    id: 'session-name',
    title: 'A RoleSessionName with a space is refused',
    person: 'bob',
    after: [arrange.claimValue('RoleSessionName', 'Bob Okafor')],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'InvalidIdentityToken')],
    expectedFailures: [
      { check: 'aws/session-name-characters', reason: 'The mapping sends a name with a space.' },
      { check: 'attributes/value', reason: 'The mapping sends a name instead of the e-mail address.' },
    ],
  },
  {
    id: 'session-name-missing',
    title: 'A missing RoleSessionName is refused',
    person: 'bob',
    after: [arrange.withoutClaim('RoleSessionName')],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'InvalidIdentityToken')],
    expectedFailures: [
      { check: 'aws/session-name', reason: 'The mapping has no RoleSessionName.' },
      { check: 'attributes/required', reason: 'The mapping has no RoleSessionName.' },
    ],
  },
  {
    id: 'audience-of-identity-center',
    title: 'The audience of IAM Identity Center is refused',
    person: 'bob',
    after: [
      arrange.setting({ audience: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890' }),
    ],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'InvalidIdentityToken')],
    expectedFailures: [
      { check: 'aws/audience', reason: 'The application has the audience of Identity Center.' },
      { check: 'aws/service', reason: 'Audience and Recipient are of two services.' },
      { check: 'conditions/audience', reason: 'The application has the audience of Identity Center.' },
    ],
  },
  {
    id: 'six-minutes-old',
    title: 'A response that comes six minutes late is refused',
    person: 'bob',
    after: [arrange.awsClockAhead(6 * minute)],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'ExpiredTokenException')],
  },
  {
    id: 'five-seconds-late',
    title: 'A response that comes five seconds after its five minutes is refused, however long it is valid',
    person: 'bob',
    after: [arrange.setting({ validityMs: 10 * minute }), arrange.awsClockAhead(5 * minute + 5 * oneSecond)],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'ExpiredTokenException')],
  },
  {
    id: 'expired-seconds',
    title: 'A response whose NotOnOrAfter is seconds ago is refused',
    person: 'bob',
    after: [arrange.setting({ validityMs: minute }), arrange.awsClockAhead(minute + 5 * oneSecond)],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'ExpiredTokenException')],
  },
  {
    id: 'expired-minutes',
    title: 'A response whose NotOnOrAfter is minutes ago is refused',
    person: 'bob',
    after: [arrange.setting({ validityMs: minute }), arrange.awsClockAhead(4 * minute)],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'ExpiredTokenException')],
  },
  {
    id: 'clock-ahead',
    title: 'AWS’s clock two minutes ahead does no harm',
    person: 'bob',
    after: [arrange.awsClockAhead(2 * minute)],
    sts: [granted(roles.readOnly)],
  },
  {
    id: 'clock-behind',
    title: 'AWS’s clock twenty seconds behind does no harm',
    person: 'bob',
    after: [arrange.awsClockAhead(-20_000)],
    sts: [granted(roles.readOnly)],
  },
  {
    id: 'clock-far-behind',
    title: 'A response from six minutes ahead of AWS’s clock is refused',
    person: 'bob',
    after: [arrange.awsClockAhead(-6 * minute)],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'ExpiredTokenException')],
  },
  {
    id: 'used-again-at-sign-in',
    title: 'The sign-in page takes a response again within its five minutes',
    person: 'bob',
    again: true,
    tests: 'sp',
  },
  {
    id: 'used-again-at-sts',
    title: 'STS takes a response again within its five minutes, also after the sign-in page',
    person: 'bob',
    sts: [granted(roles.readOnly), granted(roles.readOnly)],
    tests: 'sts',
  },
  {
    id: 'rollover-both',
    title: 'During a certificate rollover the new key logs in beside the old',
    person: 'bob',
    before: [arrange.keys('rollover', 'primary', 'rollover')],
    sts: [granted(roles.readOnly)],
  },
  {
    id: 'rollover-unannounced',
    title: 'A key that IAM was never told of is refused',
    person: 'bob',
    after: [arrange.keys('rollover', 'primary', 'rollover')],
    expected: 'refused-by-sp',
    sts: [ask(roles.readOnly, 'InvalidIdentityToken')],
    expectedFailures: [
      { check: 'signature/key', reason: 'The identity provider changed its key without telling IAM.' },
      { check: 'metadata/idp-keys-imported', reason: 'IAM has only the first certificate.' },
      { check: 'aws/provider-certificate', reason: 'IAM has only the first certificate.' },
    ],
  },
  {
    id: 'same-issuer-twice',
    title: 'Of two providers with the same issuer, the one that the role trusts counts',
    person: 'bob',
    formerProviderToo: true,
    after: [arrange.roleValues('bob', pairOf(roles.readOnly), pairOf(roles.elsewhere, otherProvider))],
    offered: [roles.readOnly, roles.elsewhere],
    chosen: roles.elsewhere,
    sts: [
      granted(roles.readOnly),
      { roleArn: roles.readOnly, principalArn: otherProvider, expected: 'InvalidIdentityToken' },
    ],
    expectedFailures: [
      { check: 'aws/role-provider', reason: 'One pair names the former provider, on purpose.' },
      { check: 'aws/accepted', reason: 'The tool asks for a pair that the assertion does not have.' },
    ],
  },
];

export const cases: readonly IamCase[] = sketches.map(complete);

function complete(sketch: Sketch): IamCase {
  const offering = sketch.offered !== undefined && sketch.after === undefined;
  return {
    tests: 'idp',
    expected: 'signed-in',
    again: false,
    sts: [],
    before: [],
    formerProviderToo: false,
    expectedFailures: [],
    after: offering ? [arrange.offering(sketch.person, ...(sketch.offered ?? []))] : [],
    ...sketch,
    flow: 'idp-initiated-login',
  };
}

/** Roles that a person's assertion offers in a case. */
export function offeredIn(one: IamCase): readonly string[] {
  return one.offered ?? people[one.person].roles;
}
