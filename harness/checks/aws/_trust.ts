import { type ProviderArn, parseProviderArn } from '../../aws/arn.ts';
import type { AssertionFacts } from '../../aws/assertion-facts.ts';
import { readClaims } from '../../aws/claims.ts';
import { conditionHolds } from '../../aws/policy/conditions.ts';
import type { ConditionContext } from '../../aws/policy/context.ts';
import { matchesGlob } from '../../aws/policy/glob.ts';
import { matchPrincipal } from '../../aws/policy/principal.ts';
import { readPolicy } from '../../aws/policy/read-policy.ts';
import type { PolicyDocument, PolicyReading, Statement } from '../../aws/policy/types.ts';
import { samlContext } from '../../aws/saml-context.ts';
import type { AccountRecord, RoleRecord } from '../../model/aws-records.ts';
import type { Where } from '../../model/check.ts';
import type { ResponseReading } from '../../model/readings.ts';
import { parseInstant } from '../../saml/time.ts';
import { offeredRoles } from './_attributes.ts';

export interface Given {
  readonly response: ResponseReading;
  readonly account: AccountRecord;
}

/** A role that the response offers and the account has, by a provider that the rollout uses. */
export interface TrustedRole {
  readonly role: RoleRecord;
  readonly provider: ProviderArn;
  readonly trust: PolicyReading;
  /** JSON pointer to the policy within the record. */
  readonly where: Where;
}

/** Each role once; roles and providers that are not there are told by checks of their own. */
export function trustedRoles({ response, account }: Given): TrustedRole[] {
  const offered = offeredRoles(response).map(({ pair }) => pair);
  return account.roles.flatMap((role, index) => {
    const pair = offered.find((one) => one.role.arn === role.arn && account.inUse.includes(one.provider.arn));
    if (pair === undefined) return [];
    const where = { artifact: 'account', path: `/roles/${index}/trustPolicy` } as const;
    return [{ role, provider: pair.provider, trust: readPolicy(role.trustPolicy, 'trust'), where }];
  });
}

/** Why there is no trust policy to judge, or `true`. */
export function hasTrustedRole(given: Given): true | string {
  return (
    trustedRoles(given).length > 0 ||
    'The response offers no role that the account is known to have, by a provider in use.'
  );
}

export interface ReadableRole extends TrustedRole {
  readonly policy: PolicyDocument;
}

/** The roles whose trust policies can be read; `aws/trust-readable` tells of the others. */
export function readableRoles(given: Given): ReadableRole[] {
  return trustedRoles(given).flatMap((role) =>
    'policy' in role.trust ? [{ ...role, policy: role.trust.policy }] : [],
  );
}

export function hasReadableRole(given: Given): true | string {
  return readableRoles(given).length > 0 || 'No trust policy of an offered role is known and readable.';
}

/** The statements that speak of this provider. */
export function statementsFor({ policy, provider }: ReadableRole, effect: 'Allow' | 'Deny'): Statement[] {
  return policy.statements.filter(
    (one) =>
      one.effect === effect &&
      one.principal !== undefined &&
      matchPrincipal(one.principal, provider.arn).matches,
  );
}

export function speaksOf({ action }: Statement, wanted: string): boolean {
  return action.globs.some((glob) => matchesGlob(wanted.toLowerCase(), glob)) !== action.negated;
}

/** The statements that let this provider's people in; where there is none, `aws/trust-provider` or `aws/trust-action` tell. */
export function admittingStatements(role: ReadableRole): Statement[] {
  return statementsFor(role, 'Allow').filter((one) => speaksOf(one, 'sts:AssumeRoleWithSAML'));
}

/** What the response brings to the conditions of trust policies. */
export function contextFor(response: ResponseReading, provider: ProviderArn, now: number): ConditionContext {
  const facts = assertionFactsOf(response);
  return samlContext(facts, readClaims(facts.attributes, provider.partition), provider, { now });
}

/** The first assertion as plain data. */
export function assertionFactsOf(response: ResponseReading): AssertionFacts {
  const assertion = response.assertions[0];
  const nameId = assertion?.subject?.nameIds[0];
  const ms = (text: string | undefined) => parseInstant(text)?.ms;
  return {
    statusCode: response.status?.code,
    assertionCount: response.assertions.length + response.encryptedAssertions.length,
    encrypted: response.encryptedAssertions.length > 0,
    decrypted: false,
    issuer: assertion?.issuer?.text,
    signatureVerifiedByProvider: assertion?.verified ?? false,
    issueInstantMs: ms(assertion?.issueInstant),
    responseIssueInstantMs: ms(response.issueInstant),
    nameId: nameId && { value: nameId.text, format: nameId.format },
    confirmations: (assertion?.subject?.confirmations ?? []).map(({ method, data }) => ({
      method,
      recipient: data?.recipient,
      notOnOrAfterMs: ms(data?.notOnOrAfter),
    })),
    notBeforeMs: ms(assertion?.conditions?.notBefore),
    notOnOrAfterMs: ms(assertion?.conditions?.notOnOrAfter),
    audienceRestrictions: (assertion?.conditions?.audienceRestrictions ?? []).map(({ audiences }) =>
      audiences.map(({ text }) => text),
    ),
    sessionNotOnOrAfterMs: ms(assertion?.authnStatements[0]?.sessionNotOnOrAfter),
    attributes: (assertion?.attributes ?? []).flatMap(({ name, values }) =>
      name === undefined ? [] : [{ name, values: values.map(({ text }) => text) }],
    ),
  };
}

/** The provider that a record names, when its ARN is one. */
export function providerOf(arn: string | undefined): ProviderArn | undefined {
  return arn === undefined ? undefined : parseProviderArn(arn);
}

/** Whether everything holds that a statement asks beside SAML:aud, which `aws/recipient-trusted` judges. */
export function otherConditionsHold({ conditions }: Statement, context: ConditionContext): boolean {
  return conditions.every((one) => one.lookup === 'saml:aud' || conditionHolds(one, context));
}
