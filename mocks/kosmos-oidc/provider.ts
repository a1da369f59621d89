import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { User } from '../idp/config.ts';
import { assuranceScope, type OidcClient, oidcAddresses } from './config.ts';
import type { OidcKey } from './keys.ts';
import { acrOf, subjectOf } from './people.ts';

/** Where the person answers; outside of the provider's own paths. */
export const interactionPath = '/oidc/interaction/';

export interface ProviderParts {
  readonly host: string;
  readonly community: string;
  readonly clients: readonly OidcClient[];
  readonly signing: OidcKey;
  readonly adapter: NonNullable<Configuration['adapter']>;
  readonly cookieSecret: string;
  readonly user: (subject: string) => User | undefined;
  /** The page for a request that cannot be answered, and why. */
  readonly refuse: (reason: string) => Promise<Response>;
  /** `acr` of the login that a grant came of. */
  readonly grants: Map<string, string>;
}

/** The OpenID provider itself: `oidc-provider`, set up as 1Kosmos' documents describe theirs. */
export function createProvider(parts: ProviderParts): Provider {
  const { issuer } = oidcAddresses(parts);
  const provider = new Provider(issuer, {
    clients: parts.clients.map((client) => ({
      client_id: client.id,
      client_secret: client.secret,
      client_name: client.name,
      redirect_uris: [...client.redirectUris],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: client.authMethod,
      id_token_signed_response_alg: 'RS256',
    })),
    // What no application uses is not offered: a tenant that takes HTTP Basic alone takes nothing else.
    clientAuthMethods: [...new Set(parts.clients.map(({ authMethod }) => authMethod))],
    adapter: parts.adapter,
    jwks: { keys: [parts.signing.jwk] },
    cookies: { keys: [parts.cookieSecret] },
    scopes: ['openid', 'email', 'profile', assuranceScope],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name', 'name'],
      [assuranceScope]: ['ial'],
    },
    acrValues: [acrOf(1), acrOf(2)],
    // A pool reads the ID token; 1Kosmos names no userinfo endpoint.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      claimsParameter: { enabled: true },
    },
    // What an older relying party does not send is not asked of it.
    pkce: { required: () => false },
    routes: {
      authorization: '/authorize',
      token: '/token',
      jwks: '/jwks',
      userinfo: '/userinfo',
      end_session: '/logout',
    },
    interactions: { url: (_ctx, { uid }) => `${interactionPath}${uid}` },
    findAccount: (_ctx, subject, token) => {
      const user = parts.user(subject);
      if (user?.enabled !== true) return undefined;
      const grantId = token !== undefined && 'grantId' in token ? token.grantId : undefined;
      const acr = grantId === undefined ? undefined : parts.grants.get(grantId);
      return { accountId: subject, claims: () => claimsOf(user, acr) };
    },
    renderError: async (ctx, { error, error_description: description = '' }) => {
      const page = await parts.refuse(`${error}: ${description}`);
      ctx.status = page.status;
      for (const [name, value] of page.headers) ctx.set(name, value);
      ctx.body = await page.text();
    },
    // The administrator agreed when they set the application up; nobody is asked at each login.
    loadExistingGrant: (ctx) => grantAll(provider, ctx, parts.grants),
    ttl: {
      AuthorizationCode: 60,
      IdToken: 3600,
      AccessToken: 3600,
      Interaction: 900,
      Session: 8 * 3600,
      Grant: 8 * 3600,
    },
  });
  provider.proxy = true;
  return provider;
}

async function grantAll(provider: Provider, ctx: KoaContextWithOIDC, grants: ProviderParts['grants']) {
  const { session, client, params } = ctx.oidc;
  if (session?.accountId === undefined || client === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? 'openid'));
  const id = await grant.save();
  if (session.acr !== undefined) grants.set(id, session.acr);
  return grant;
}

function claimsOf(user: User, acr: string | undefined) {
  return {
    sub: subjectOf(user),
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    name: `${user.firstName} ${user.lastName}`,
    ...(acr === undefined ? {} : { ial: acr === acrOf(2) ? 2 : 1 }),
  };
}
