import { assumedRoleArn, parseProviderArn, parseRoleArn } from '../../../harness/aws/arn.ts';
import { readClaims } from '../../../harness/aws/claims.ts';
import { poolSessionMs, poolSessionName } from '../../../harness/aws/identity-pool/limits.ts';
import { valuesOfClaim } from '../../../harness/aws/identity-pool/login.ts';
import { principalTagsOf, tagFault } from '../../../harness/aws/identity-pool/principal-tags.ts';
import { askRoleTrust } from '../../../harness/aws/identity-pool/role-trust.ts';
import { samlContext } from '../../../harness/aws/saml-context.ts';
import type { IdentityPool, PrincipalTag } from '../../../harness/model/identity-pool-records.ts';
import type { Credential } from '../iam/credentials.ts';
import { chooseRole } from './choose-role.ts';
import type { Identity } from './identities.ts';
import { badConfiguration, notAuthorized } from './pool-error.ts';
import type { VerifiedLogin } from './read-login.ts';
import type { PoolAuditRecord, PoolService } from './state.ts';

/** Credentials, and what the audit log says of how they came about. */
export interface Given {
  readonly credential: Credential & { readonly sessionToken: string; readonly expiresAt: number };
  readonly audit: Pick<
    PoolAuditRecord,
    'roleArn' | 'roleFrom' | 'trustedBy' | 'principalTags' | 'accessKeyId'
  >;
}

/** The enhanced flow's second half: a role, its trust policy asked, and keys for it. @throws PoolError */
export function giveCredentials(
  service: PoolService,
  pool: IdentityPool,
  identity: Identity,
  saml: VerifiedLogin | undefined,
  customRoleArn: string | undefined,
): Given {
  const { role, from } = saml === undefined ? guestRole(pool) : memberRole(pool, saml, customRoleArn);
  const tags = saml === undefined ? [] : principalTagsOf(pool, saml.login);
  const fault = tagFault(tags);
  if (fault !== undefined) throw badConfiguration(fault);
  const now = service.now();
  const facts = service.state.accounts.roles.get(role);
  const arn = parseRoleArn(role);
  if (facts === undefined || arn === undefined) throw badConfiguration(`There is no role ${role}.`);
  const trust = askRoleTrust(facts, {
    identityPoolId: pool.identityPoolId,
    identityId: identity.id,
    provider: saml?.login.provider,
    source: from,
    tags,
    ...samlKeys(saml, now),
    now,
  });
  if (!trust.allowed) throw badConfiguration(`${role}: ${trust.says}`);
  const { ids } = service.state;
  const credential = {
    accessKeyId: ids.unique('ASIA', 20),
    secretAccessKey: ids.secret(),
    sessionToken: ids.token(),
    arn: assumedRoleArn(arn, poolSessionName),
    userId: `${facts.roleId}:${poolSessionName}`,
    account: arn.account,
    expiresAt: Math.floor((now + poolSessionMs) / 1000) * 1000,
  };
  service.state.credentials.add(credential);
  const { accessKeyId } = credential;
  return {
    credential,
    audit: { accessKeyId, roleArn: role, roleFrom: from, trustedBy: trust.by, ...tagged(tags) },
  };
}

function memberRole(pool: IdentityPool, { login }: VerifiedLogin, customRoleArn: string | undefined) {
  const { provider, attributes } = login;
  const { pairsByRole } = readClaims(attributes, parseProviderArn(provider)?.partition);
  const own = [...pairsByRole].filter(([, pairs]) => pairs.some((pair) => pair.provider.arn === provider));
  const chosen = chooseRole(
    pool,
    { provider, claims: (name) => valuesOfClaim(login, name), roles: own.map(([role]) => role) },
    customRoleArn,
  );
  if (!('refused' in chosen)) return chosen;
  if (chosen.refused !== 'NotAuthorizedException') throw badConfiguration(`${chosen.why}.`);
  // The code is that of the developer guide's “denied”; no text of it is recorded.
  throw notAuthorized('Access to Identity is forbidden', `${chosen.why}.`);
}

function guestRole(pool: IdentityPool) {
  if (pool.unauthenticatedRole === undefined) throw badConfiguration('The pool has no role for guests.');
  return { role: pool.unauthenticatedRole, from: 'unauthenticated-role' as const };
}

function samlKeys(saml: VerifiedLogin | undefined, now: number) {
  const provider = parseProviderArn(saml?.login.provider ?? '');
  if (saml === undefined || provider === undefined) return {};
  const { facts } = saml;
  return { saml: samlContext(facts, readClaims(facts.attributes, provider.partition), provider, { now }) };
}

function tagged(tags: readonly PrincipalTag[]) {
  return tags.length === 0 ? {} : { principalTags: tags };
}
