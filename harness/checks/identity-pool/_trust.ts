import { rolesOfAssertion } from '../../aws/identity-pool/choose-role.ts';
import { poolIssuer } from '../../aws/identity-pool/limits.ts';
import { principalTagsOf } from '../../aws/identity-pool/principal-tags.ts';
import { webIdentityContext } from '../../aws/identity-pool/role-trust.ts';
import type { ConditionContext } from '../../aws/policy/context.ts';
import { matchesGlob } from '../../aws/policy/glob.ts';
import { matchPrincipal } from '../../aws/policy/principal.ts';
import { readPolicy } from '../../aws/policy/read-policy.ts';
import type { PolicyDocument, PolicyReading, Statement } from '../../aws/policy/types.ts';
import type { RoleRecord } from '../../model/aws-records.ts';
import type { Where } from '../../model/check.ts';
import type { IdentityPoolRecord } from '../../model/identity-pool-records.ts';
import { at, callsAnswered, type Given, loginOf, rulesOf } from './_pool.ts';

/** A role that the pool itself gives to people of the provider. */
export interface PoolRole {
  readonly role: RoleRecord;
  readonly trust: PolicyReading;
  readonly where: Where;
}

/**
 * Roles of the rules and the authenticated role, each once, as far as the account has them; `identity-pool/rule-role`
 * tells of others. A role that only the assertion names may trust the SAML provider instead.
 */
export function poolRoles(record: IdentityPoolRecord): PoolRole[] {
  const { authenticatedRole } = record.pool;
  const arns = [
    ...rulesOf(record).map(({ rule }) => rule.roleArn),
    ...(authenticatedRole ? [authenticatedRole] : []),
  ];
  return record.roles.flatMap((role, index) =>
    arns.includes(role.arn)
      ? [{ role, trust: readPolicy(role.trustPolicy, 'trust'), where: at(`/roles/${index}/trustPolicy`) }]
      : [],
  );
}

export interface ReadablePoolRole extends PoolRole {
  readonly policy: PolicyDocument;
}

/** Those whose trust policies can be read; `identity-pool/trust-readable` tells of the others. */
export function readablePoolRoles(record: IdentityPoolRecord): ReadablePoolRole[] {
  return poolRoles(record).flatMap((one) =>
    'policy' in one.trust ? [{ ...one, policy: one.trust.policy }] : [],
  );
}

export function hasPoolRole({ 'identity-pool': record }: Pick<Given, 'identity-pool'>): true | string {
  return (
    readablePoolRoles(record).length > 0 || 'No trust policy of a role of the pool is known and readable.'
  );
}

/** Allow statements that speak of identity pools. */
export function poolStatements({ policy }: ReadablePoolRole): Statement[] {
  return policy.statements.filter(
    ({ effect, principal }) =>
      effect === 'Allow' && principal !== undefined && matchPrincipal(principal, poolIssuer).matches,
  );
}

export function speaksOf({ action }: Statement, wanted: string): boolean {
  return action.globs.some((glob) => matchesGlob(wanted.toLowerCase(), glob)) !== action.negated;
}

/** Statements that let people of identity pools in; where there is none, other checks tell. */
export function admitting(role: ReadablePoolRole): Statement[] {
  return poolStatements(role).filter((one) => speaksOf(one, 'sts:AssumeRoleWithWebIdentity'));
}

export const audienceKey = `${poolIssuer}:aud`;
export const methodKey = `${poolIssuer}:amr`;

/** What a login brings to the conditions of trust policies. */
export function poolContext(given: Given, now: number): ConditionContext {
  const record = given['identity-pool'];
  const login = loginOf(given);
  const [identity] = [...callsAnswered(record, 'credentials'), ...callsAnswered(record, 'identity')];
  return webIdentityContext({
    identityPoolId: record.pool.identityPoolId,
    identityId: identity?.answer.identityId ?? '',
    provider: record.provider,
    source: 'rule',
    tags: login === undefined ? [] : principalTagsOf(record.pool, login),
    now,
  });
}

/** Whether this login would bring tags to a session. */
export function bringsTags(given: Given): boolean {
  const login = loginOf(given);
  return login !== undefined && principalTagsOf(given['identity-pool'].pool, login).length > 0;
}

/** ARNs of the roles that the assertion names with the rollout's provider. */
export function assertionRoles(given: Given): readonly string[] {
  const login = loginOf(given);
  return login === undefined ? [] : rolesOfAssertion(login);
}
