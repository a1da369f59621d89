import { principalTagsOf } from '../../../harness/aws/identity-pool/principal-tags.ts';
import { methodsOf } from '../../../harness/aws/identity-pool/role-trust.ts';
import type { IdentityPool, PoolOperation } from '../../../harness/model/identity-pool-records.ts';
import { giveCredentials } from './give-credentials.ts';
import type { Identity } from './identities.ts';
import type { Operation } from './json-service.ts';
import { notAuthorized, PoolError } from './pool-error.ts';
import { type PoolRequest, readRequest } from './read-request.ts';
import { checkLogins, identityFor, ownIdentity } from './resolve-identity.ts';
import type { PoolService } from './state.ts';

/** Ten minutes: how long a token of GetOpenIdToken is good for (API reference). */
const tokenSeconds = 600;

/** The operations that take Logins. Only the one for developers asks for a signature (service model, `auth`). */
export function createPoolOperations(service: PoolService): Readonly<Record<PoolOperation, Operation>> {
  return {
    GetId: { run: ({ body }) => getId(service, readRequest(body, ['identityPoolId'])) },
    GetCredentialsForIdentity: {
      run: ({ body }) => getCredentials(service, readRequest(body, ['identityId'])),
    },
    GetOpenIdToken: { run: ({ body }) => getToken(service, readRequest(body, ['identityId'])) },
    GetOpenIdTokenForDeveloperIdentity: {
      isSigned: true,
      run: ({ body }) => getDeveloperToken(service, readRequest(body, ['identityPoolId', 'logins'])),
    },
  };
}

function getId(service: PoolService, { identityPoolId, logins }: PoolRequest) {
  const pool = poolOf(service, identityPoolId);
  if (logins.length === 0) {
    refuseGuests(pool);
    const { id } = service.identities.create(identityPoolId, []);
    return { answer: { IdentityId: id }, audit: { identityPoolId, identityId: id } };
  }
  const { linked } = checkLogins(service, pool, 'GetId', logins);
  const { id } = identityFor(service, identityPoolId, linked);
  return { answer: { IdentityId: id }, audit: { identityPoolId, identityId: id } };
}

function getCredentials(service: PoolService, { identityId, logins, customRoleArn }: PoolRequest) {
  const { identity, pool } = identityOf(service, identityId);
  const { saml } = enter(service, pool, identity, 'GetCredentialsForIdentity', logins);
  const { credential, audit } = giveCredentials(service, pool, identity, saml, customRoleArn);
  return {
    answer: {
      IdentityId: identityId,
      Credentials: {
        AccessKeyId: credential.accessKeyId,
        SecretKey: credential.secretAccessKey,
        SessionToken: credential.sessionToken,
        Expiration: credential.expiresAt / 1000,
      },
    },
    audit: { identityPoolId: pool.identityPoolId, identityId, ...audit },
  };
}

/** The basic flow's second half. Texts as recorded: aws-cli#7652, aws-rum-web#172. */
async function getToken(service: PoolService, { identityId, logins }: PoolRequest) {
  const { identity, pool } = identityOf(service, identityId);
  if (pool.allowClassicFlow === false)
    throw new PoolError(
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
    );
  if (pool.roleMappings.length > 0)
    throw new PoolError(
      'InvalidParameterException',
      'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    );
  const { saml } = enter(service, pool, identity, 'GetOpenIdToken', logins);
  const token = await service.tokens.issue({
    poolId: pool.identityPoolId,
    identityId,
    methods: methodsOf(saml?.login.provider),
    tags: saml === undefined ? [] : principalTagsOf(pool, saml.login),
    now: service.now(),
    seconds: tokenSeconds,
  });
  return {
    answer: { IdentityId: identityId, Token: token },
    audit: { identityPoolId: pool.identityPoolId, identityId },
  };
}

async function getDeveloperToken(service: PoolService, request: PoolRequest) {
  const { identityPoolId, identityId, logins, principalTags, tokenDuration } = request;
  const pool = poolOf(service, identityPoolId);
  const developer = pool.developerProvider;
  if (developer === undefined || !logins.some(([provider]) => provider === developer))
    throw new PoolError(
      'InvalidParameterException',
      'Please provide a valid developer provider in Logins.',
      `The pool's developer provider is ${developer ?? 'not set'}.`,
    );
  const { linked } = checkLogins(service, pool, 'GetOpenIdTokenForDeveloperIdentity', logins);
  const { id } =
    identityId === ''
      ? identityFor(service, identityPoolId, linked)
      : ownIdentity(service, identityOf(service, identityId).identity, linked);
  const token = await service.tokens.issue({
    poolId: identityPoolId,
    identityId: id,
    methods: methodsOf(developer),
    tags: Object.entries(principalTags).map(([key, value]) => ({ key, value })),
    now: service.now(),
    seconds: tokenDuration,
  });
  return { answer: { IdentityId: id, Token: token }, audit: { identityPoolId, identityId: id } };
}

/** Somebody who comes back to an identity: with logins, one of them its own; or a guest to a guest's. */
function enter(
  service: PoolService,
  pool: IdentityPool,
  identity: Identity,
  operation: PoolOperation,
  logins: PoolRequest['logins'],
) {
  if (logins.length === 0) {
    refuseGuests(pool);
    if (identity.logins.length > 0)
      throw notAuthorized(
        "Logins don't match. Please include at least one valid login for this identity or identity pool.",
        `${identity.id} belongs to somebody who has logged in.`,
      );
    return { saml: undefined };
  }
  const { linked, saml } = checkLogins(service, pool, operation, logins);
  ownIdentity(service, identity, linked);
  return { saml };
}

function refuseGuests({ allowUnauthenticated, identityPoolId }: IdentityPool): void {
  if (!allowUnauthenticated)
    throw notAuthorized(
      'Unauthenticated access is not supported for this identity pool.',
      `No Logins came, and ${identityPoolId} takes no guests.`,
    );
}

function poolOf({ pools }: PoolService, id: string): IdentityPool {
  const pool = pools.get(id);
  if (pool === undefined) throw new PoolError('ResourceNotFoundException', `IdentityPool '${id}' not found.`);
  return pool;
}

function identityOf(service: PoolService, id: string) {
  const identity = service.identities.get(id);
  const pool = identity && service.pools.get(identity.poolId);
  if (identity === undefined || pool === undefined)
    throw new PoolError('ResourceNotFoundException', `Identity '${id}' not found.`);
  return { identity, pool };
}
