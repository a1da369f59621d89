import type { IdentityPool, PoolOperation } from '../../../harness/model/identity-pool-records.ts';
import type { Identity, LinkedLogin } from './identities.ts';
import { notAuthorized, PoolError } from './pool-error.ts';
import { readLogin, type VerifiedLogin } from './read-login.ts';
import type { PoolService } from './state.ts';

/** Logins of a request that all count. */
export interface CheckedLogins {
  readonly linked: readonly LinkedLogin[];
  /** The SAML one; with several, the first, which AWS does not document. */
  readonly saml: VerifiedLogin | undefined;
}

/**
 * Verifies every entry of Logins, and takes note of each assertion for this operation. A login that does not verify
 * uses nothing up; one that does is used, whatever becomes of the call. AWS documents neither.
 * @throws PoolError
 */
export function checkLogins(
  service: PoolService,
  pool: IdentityPool,
  operation: PoolOperation,
  logins: readonly (readonly [provider: string, token: string])[],
): CheckedLogins {
  const now = service.now();
  const { state, settings } = service;
  const read = logins.map(([provider, token]) => {
    if (pool.samlProviders.includes(provider))
      return { provider, saml: readLogin(provider, token, { state, settings, now }) };
    // Only a backend with AWS keys may vouch for its own users.
    const isDeveloper = provider === pool.developerProvider;
    if (isDeveloper && operation === 'GetOpenIdTokenForDeveloperIdentity')
      return { provider, subject: token };
    throw notAuthorized(
      'Token is not from a supported provider of this identity pool.',
      `"${provider}" is none of the SAML providers of ${pool.identityPoolId}.`,
    );
  });
  const verified = read.flatMap(({ saml }) => saml ?? []);
  for (const { login, assertionId, until } of verified) {
    const use = { poolId: pool.identityPoolId, operation, provider: login.provider, assertionId, until };
    if (!service.replays.take(use, now))
      throw notAuthorized(
        'Invalid login token. SAML assertion has been used already.',
        `Assertion ${assertionId} came to ${operation} before.`,
      );
  }
  return {
    saml: verified[0],
    linked: read.map(({ provider, saml, subject }) => ({
      provider,
      subject: saml?.login.subject ?? subject ?? '',
    })),
  };
}

/** The identity of these logins, made where there is none yet. @throws PoolError ResourceConflictException */
export function identityFor(
  { identities }: PoolService,
  poolId: string,
  linked: readonly LinkedLogin[],
): Identity {
  const [first, ...others] = identities.withLogins(poolId, linked);
  if (others.length > 0) throw conflict(`${others.length + 1} identities have one of these logins each.`);
  return first === undefined ? identities.create(poolId, linked) : identities.link(first, linked);
}

/** That identity, which one of the logins must belong to. @throws PoolError */
export function ownIdentity(
  { identities }: PoolService,
  identity: Identity,
  linked: readonly LinkedLogin[],
): Identity {
  const owners = identities.withLogins(identity.poolId, linked);
  const isGuest = identity.logins.length === 0;
  if (!isGuest && !owners.some(({ id }) => id === identity.id))
    throw notAuthorized(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
      `None of the logins belongs to ${identity.id}.`,
    );
  if (owners.some(({ id }) => id !== identity.id))
    throw conflict(`A login belongs to another identity than ${identity.id}.`);
  return identities.link(identity, linked);
}

function conflict(reason: string): PoolError {
  return new PoolError(
    'ResourceConflictException',
    'One of the logins is already linked to another identity.',
    reason,
  );
}
