import { readRoles } from '../account.ts';
import type { SamlProviderFacts } from '../account-facts.ts';
import type { AssertionFacts, ResponseFacts } from '../assertion-facts.ts';
import type { RuleId, StsErrorCode } from '../decide/rules.ts';
import type {
  AssumeRoleWithSamlRequest,
  AssumptionId,
  DecisionInput,
  DecisionSettings,
  GrantedSession,
} from '../decide/types.ts';
import { attributePrefix } from '../saml-attributes.ts';

/** The moment of every case; a double under test sets its clock to it. */
export const tableNow = Date.UTC(2026, 10, 21, 8, 0, 0);
export const account = '123456789012';
export const otherAccount = '210987654321';
export const engineer = `arn:aws:iam::${account}:role/Engineer`;
export const analyst = `arn:aws:iam::${account}:role/team/Analyst`;
export const kosmos = `arn:aws:iam::${account}:saml-provider/1Kosmos`;
export const backup = `arn:aws:iam::${account}:saml-provider/Backup`;
export const otherKosmos = `arn:aws:iam::${otherAccount}:saml-provider/1Kosmos`;
export const issuer = 'https://acme.1kosmos.net/saml';
export const globalAcs = 'https://signin.aws.amazon.com/saml';
export const kosmosUuid = 'EXAMPLE1KOSMOSUUID12345678';
export const ownAcs = `https://us-east-1.signin.aws.amazon.com/saml/acs/${kosmosUuid}`;

/** Full name of one of AWS's attributes. */
export const named = (name: string) => `${attributePrefix}${name}`;

/** A statement that lets a provider in, with changes. */
export function statement(
  changes: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    Effect: 'Allow',
    Principal: { Federated: kosmos },
    Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
    ...changes,
  };
}

/** The guide's own statement, with other conditions. */
export function withCondition(condition: unknown): readonly Readonly<Record<string, unknown>>[] {
  return [statement({ Condition: condition })];
}

/** One thing changed from a call that is granted. */
export interface Given {
  /** A parameter that is `undefined` is not sent. */
  readonly request?: AssumeRoleWithSamlRequest;
  readonly assertion?: Partial<AssertionFacts>;
  /** Values by full attribute name; an empty list takes the attribute away. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly unreadable?: Extract<ResponseFacts, { readable: false }>['problem'];
  /** Changes of the provider `1Kosmos`. */
  readonly provider?: Partial<SamlProviderFacts>;
  /** Statements of the trust policy of `Engineer`, in place of its own. */
  readonly trust?: readonly unknown[];
  /** Fields of `Engineer` as AWS writes them, in place of its own. */
  readonly role?: Readonly<Record<string, unknown>>;
  readonly settings?: Partial<DecisionSettings>;
}

export interface TableCase {
  readonly title: string;
  readonly given: Given;
  readonly outcome:
    | { readonly session: Partial<GrantedSession>; readonly assumptions?: readonly AssumptionId[] }
    | Refused;
}

export interface Refused {
  readonly code: StsErrorCode;
  readonly httpStatus: number;
  /** As AWS writes it; with the request id `00000000-0000-0000-0000-000000000000` where it quotes one. */
  readonly message: string;
  readonly rule: RuleId;
}

export function grants(
  title: string,
  given: Given,
  session: Partial<GrantedSession> = {},
  assumptions: readonly AssumptionId[] = [],
): TableCase {
  return { title, given, outcome: { session, assumptions } };
}

export function refuses(title: string, given: Given, refused: Refused): TableCase {
  return { title, given, outcome: refused };
}

export const invalid = (message: string, rule: RuleId): Refused => ({
  code: 'InvalidIdentityToken',
  httpStatus: 400,
  message,
  rule,
});
export const validation = (message: string, rule: RuleId): Refused => ({
  code: 'ValidationError',
  httpStatus: 400,
  message,
  rule,
});
export const expired = (message: string, rule: RuleId): Refused => ({
  code: 'ExpiredTokenException',
  httpStatus: 400,
  message,
  rule,
});
export const denied = (rule: RuleId): Refused => ({
  code: 'AccessDenied',
  httpStatus: 403,
  message: 'Not authorized to perform sts:AssumeRoleWithSAML',
  rule,
});

const baseAttributes: Readonly<Record<string, readonly string[]>> = {
  [named('Role')]: [`${engineer},${kosmos}`],
  [named('RoleSessionName')]: ['ada@example.com'],
};

/** The assertion that all cases start from: what a well-configured IdP sends. */
export const baseAssertion: AssertionFacts = {
  statusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  assertionCount: 1,
  encrypted: false,
  decrypted: false,
  issuer,
  signatureVerifiedByProvider: true,
  issueInstantMs: tableNow - 10_000,
  responseIssueInstantMs: tableNow - 10_000,
  nameId: { value: 'ada', format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' },
  confirmations: [
    {
      method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
      recipient: globalAcs,
      notOnOrAfterMs: tableNow + 290_000,
    },
  ],
  notBeforeMs: tableNow - 10_000,
  notOnOrAfterMs: tableNow + 290_000,
  audienceRestrictions: [['urn:amazon:webservices']],
  sessionNotOnOrAfterMs: undefined,
  attributes: Object.entries(baseAttributes).map(([name, values]) => ({ name, values })),
};

/** The base assertion with another Recipient, and nothing else changed. */
export function sentTo(recipient: string | undefined): Partial<AssertionFacts> {
  return { confirmations: baseAssertion.confirmations.map((one) => ({ ...one, recipient })) };
}

/** Providers of every account of the table. Two share an issuer. */
export const tableProviders: readonly SamlProviderFacts[] = [
  { arn: kosmos, entityId: issuer, certificateCount: 1, uuid: kosmosUuid },
  { arn: backup, entityId: issuer, certificateCount: 2, uuid: 'EXAMPLEBACKUPUUID123456789' },
  { arn: otherKosmos, entityId: issuer, certificateCount: 1 },
  { arn: `arn:aws-cn:iam::${account}:saml-provider/1Kosmos`, entityId: issuer, certificateCount: 1 },
  { arn: `arn:aws-us-gov:iam::${account}:saml-provider/1Kosmos`, entityId: issuer, certificateCount: 1 },
];

/** The roles as `aws iam list-roles` prints them, for one case. */
export function tableRoles(given: Given): { readonly Roles: readonly Readonly<Record<string, unknown>>[] } {
  const own = statement({ Condition: { StringEquals: { 'SAML:aud': globalAcs } } });
  return {
    Roles: [
      { ...roleOf(engineer, given.trust ?? [own]), MaxSessionDuration: 7200, ...given.role },
      { ...roleOf(analyst, [statement()]), MaxSessionDuration: 43_200 },
      roleOf(`arn:aws:iam::${account}:role/OtherIdp`, [statement({ Principal: { Federated: backup } })]),
      roleOf(
        `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`,
        [statement()],
      ),
      roleOf(`arn:aws:iam::${account}:role/Lambda`, [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]),
      roleOf(`arn:aws:iam::${otherAccount}:role/Engineer`, [
        statement({ Principal: { Federated: otherKosmos } }),
      ]),
      ...['aws-cn', 'aws-us-gov'].map((partition) =>
        roleOf(`arn:${partition}:iam::${account}:role/Engineer`, [
          statement({ Principal: { Federated: `arn:${partition}:iam::${account}:saml-provider/1Kosmos` } }),
        ]),
      ),
    ],
  };
}

/** All that `decideAssumeRoleWithSaml` needs for one case. */
export function tableInput(given: Given): DecisionInput {
  const { roles } = readRoles(JSON.stringify(tableRoles(given)));
  const attributes = { ...baseAttributes, ...given.attributes };
  const facts: AssertionFacts = {
    ...baseAssertion,
    attributes: Object.entries(attributes).flatMap(([name, values]) =>
      values.length === 0 ? [] : [{ name, values }],
    ),
    ...given.assertion,
  };
  const providers = tableProviders.map((one) => (one.arn === kosmos ? { ...one, ...given.provider } : one));
  return {
    now: tableNow,
    account: { providers, roles },
    response: given.unreadable ? { readable: false, problem: given.unreadable } : { readable: true, facts },
    request: { roleArn: engineer, principalArn: kosmos, samlAssertionLength: 6000, ...given.request },
    ...(given.settings === undefined ? {} : { settings: given.settings }),
  };
}

function roleOf(arn: string, statements: readonly unknown[]): Readonly<Record<string, unknown>> {
  const [, path = ''] = arn.split(':role');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    Path: path.slice(0, path.lastIndexOf('/') + 1),
    RoleName: name,
    RoleId: `AROAEXAMPLE${name
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, 10)}`,
    Arn: arn,
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statements },
    MaxSessionDuration: 3600,
  };
}
