import type { Safeguard } from './config.ts';
import { OAuthRefusal } from './oauth-error.ts';
import type { Pool } from './pool.ts';
import type { AppClient } from './types.ts';

/** What an application asked for, after it was checked. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseType: 'code' | 'token';
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge?: string;
  /** Name or identifier of the provider that is to sign the person in; absent for the pool's own page. */
  readonly provider?: string;
}

/** Scopes that every pool has. */
const ownScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

/**
 * Reads the query of `/oauth2/authorize` (COG, authorization endpoint).
 * @returns the request, or where to send the browser with which error; nowhere while client or address are not known
 */
export function readAuthorize(
  query: URLSearchParams,
  pool: Pool,
  lacks: (safeguard: Safeguard) => boolean,
): { readonly request: AuthorizeRequest; readonly client: AppClient } {
  const client = pool.client(query.get('client_id') ?? '');
  if (client === undefined) throw new OAuthRefusal('page', 'Client does not exist.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.callbackUrls.includes(redirectUri) && !lacks('redirect-uri'))
    throw new OAuthRefusal(
      'page',
      'redirect_mismatch',
      `"${redirectUri}" is none of the client's callback URLs`,
    );
  const responseType = query.get('response_type');
  if (responseType !== 'code' && responseType !== 'token')
    throw new OAuthRefusal('invalid_request', `response_type "${responseType ?? ''}" is not supported`);
  const flow = responseType === 'code' ? 'code' : 'implicit';
  if (!client.oauthFlows.includes(flow))
    throw new OAuthRefusal('unauthorized_client', `The client may not use the ${flow} grant`);
  const scopes = (query.get('scope') ?? client.oauthScopes.join(' '))
    .split(/[ +]/)
    .filter((one) => one !== '');
  const unknown = scopes.find((one) => !client.oauthScopes.includes(one));
  if (unknown !== undefined)
    throw new OAuthRefusal(
      'invalid_scope',
      ownScopes.includes(unknown) ? `Scope ${unknown} is not enabled` : `Scope ${unknown} does not exist`,
    );
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge !== null && method !== 'S256')
    throw new OAuthRefusal('invalid_request', 'code_challenge_method must be S256');
  const optional = (name: string, key: string) => {
    const value = query.get(name);
    return value === null || value === '' ? {} : { [key]: value };
  };
  return {
    client,
    request: {
      clientId: client.id,
      redirectUri,
      responseType,
      scopes,
      ...optional('state', 'state'),
      ...optional('nonce', 'nonce'),
      ...(challenge === null ? {} : { codeChallenge: challenge }),
      ...optional('idp_identifier', 'provider'),
      ...optional('identity_provider', 'provider'),
    },
  };
}
