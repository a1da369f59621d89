import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AuthorizeRequest } from './authorize.ts';
import type { OidcProvider } from './config.ts';
import type { PoolContext } from './context.ts';
import type { BackChannelCall, FederationLog } from './federation-log.ts';
import { type Pending, pendingMs } from './hosted-state.ts';
import { OAuthRefusal } from './oauth-error.ts';

const endpoints = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
});
export type ProviderEndpoints = z.output<typeof endpoints>;

const tokenAnswer = z.object({ id_token: z.string(), access_token: z.string().optional() });
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Algorithms of ID tokens that a pool takes (COG, OIDC identity providers): HMAC-SHA, ECDSA, RSA. */
const algorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'];
const hmac = ['HS256', 'HS384', 'HS512'];

/** The pool as relying party of an OpenID provider (COG, OIDC user pool IdP authentication flow). */
export function createOidcClient(context: PoolContext) {
  const { addresses, pool, hosted, send, lacks } = context;

  async function call(
    log: FederationLog,
    what: BackChannelCall['what'],
    request: Request,
    form?: URLSearchParams,
  ): Promise<BackChannelCall> {
    const clientAuthentication =
      what === 'token' ? (form?.has('client_secret') ? 'client_secret_post' : 'none') : 'none';
    const { method, url } = request;
    const fields = form === undefined ? [...new URL(url).searchParams.keys()] : [...form.keys()];
    try {
      const answer = await send(request);
      const made: BackChannelCall = {
        what,
        method,
        url,
        fields,
        clientAuthentication,
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? '',
        body: (await answer.text()).slice(0, 200_000),
      };
      log.calls.push(made);
      return made;
    } catch (error) {
      throw new OAuthRefusal('invalid_request', 'Connection reset', `${what}: ${(error as Error).message}`);
    }
  }

  /** Endpoints as they were typed, or from the discovery document. */
  async function endpointsOf({ ProviderName, ProviderDetails }: OidcProvider, log: FederationLog) {
    const { oidc_issuer, authorize_url, token_url, jwks_uri, attributes_url } = ProviderDetails;
    if (authorize_url !== undefined && token_url !== undefined && jwks_uri !== undefined)
      return {
        issuer: oidc_issuer,
        authorization_endpoint: authorize_url,
        token_endpoint: token_url,
        jwks_uri,
        ...(attributes_url === undefined ? {} : { userinfo_endpoint: attributes_url }),
      } satisfies ProviderEndpoints;
    const answer = await call(
      log,
      'discovery',
      new Request(`${oidc_issuer}/.well-known/openid-configuration`),
    );
    const found = endpoints.safeParse(parseJson(answer.body));
    if (answer.status !== 200 || !found.success)
      throw new OAuthRefusal(
        'invalid_request',
        `${ProviderName} Error - ${answer.status} error getting configuration`,
        'The discovery document could not be read',
      );
    return found.data;
  }

  async function begin(
    provider: OidcProvider,
    request: AuthorizeRequest,
    browser: string,
    log: FederationLog,
  ): Promise<string> {
    const { ProviderDetails: details, ProviderName } = provider;
    const { authorization_endpoint } = await endpointsOf(provider, log);
    // That a pool sends a nonce and a code challenge to its providers is an assumption: AWS documents neither.
    const nonce = pool.ids.token();
    const codeVerifier = pool.ids.token();
    const pending: Pending = {
      request,
      provider: ProviderName,
      expiresAt: pool.clock.now() + pendingMs,
      browser,
      nonce,
      codeVerifier,
      log,
    };
    const url = new URL(authorization_endpoint);
    const parameters = {
      client_id: details.client_id,
      redirect_uri: addresses.oidcCallback,
      scope: details.authorize_scopes,
      response_type: 'code',
      state: hosted.pending.put(pending),
      nonce,
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    log.authorizeUrl = url.href;
    log.codeVerifier = codeVerifier;
    return url.href;
  }

  /** Redeems the code, verifies the ID token, and asks for more claims where the provider offers them. */
  async function finish(
    provider: OidcProvider,
    pending: Pending,
    code: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { ProviderName, ProviderDetails: details } = provider;
    const { log } = pending;
    const known = await endpointsOf(provider, log);
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: addresses.oidcCallback,
      client_id: details.client_id,
      client_secret: details.client_secret,
      ...(pending.codeVerifier === undefined ? {} : { code_verifier: pending.codeVerifier }),
    });
    const answer = await call(
      log,
      'token',
      new Request(known.token_endpoint, {
        method: 'POST',
        body: form.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      }),
      form,
    );
    const tokens = tokenAnswer.safeParse(parseJson(answer.body));
    if (answer.status !== 200 || !tokens.success)
      throw new OAuthRefusal(
        'invalid_request',
        `${ProviderName} Error - ${answer.status} error getting token`,
        `The token endpoint answered ${answer.status}`,
      );
    const { id_token: idToken, access_token: accessToken } = tokens.data;
    log.idToken = idToken;
    if (accessToken !== undefined) log.accessToken = accessToken;
    const claims = await verify(provider, known, pending, idToken);
    const more =
      accessToken === undefined || known.userinfo_endpoint === undefined
        ? {}
        : await askUserinfo(details.attributes_request_method, known.userinfo_endpoint, accessToken, log);
    if (typeof more.sub === 'string' && more.sub !== claims.sub)
      throw new OAuthRefusal('invalid_request', 'Invalid userinfo', 'userinfo is about another person');
    return { ...more, ...claims };
  }

  async function askUserinfo(
    method: 'GET' | 'POST',
    url: string,
    accessToken: string,
    log: FederationLog,
  ): Promise<Readonly<Record<string, unknown>>> {
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await call(log, 'userinfo', new Request(url, { method, headers }));
    if (answer.status !== 200) return {};
    const parsed = z.looseObject({}).safeParse(parseJson(answer.body));
    return parsed.success ? parsed.data : {};
  }

  /** OpenID Connect Core 3.1.3.7. AWS does not document the texts of these refusals. */
  async function verify(
    { ProviderDetails: details }: OidcProvider,
    known: ProviderEndpoints,
    pending: Pending,
    idToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const refuse = (why: string) => new OAuthRefusal('invalid_request', `Bad id_token: ${why}`);
    const header = read(() => decodeProtectedHeader(idToken));
    const claims = read(() => decodeJwt(idToken));
    if (header === undefined || claims === undefined) throw refuse('it cannot be read');
    const isUnsigned = header.alg === 'none' && lacks('algorithm');
    if (!isUnsigned && !lacks('signature'))
      await checkSignature(known, details.client_secret, idToken, header.alg ?? '', pending.log).catch(
        (error: Error) => {
          throw refuse(error.message);
        },
      );
    if (claims.iss !== details.oidc_issuer && !lacks('issuer')) throw refuse('the issuer is another');
    const audiences = [claims.aud ?? []].flat();
    if (!audiences.includes(details.client_id) && !lacks('audience'))
      throw refuse('the audience is another client');
    const seconds = pool.clock.now() / 1000;
    if (!(typeof claims.exp === 'number' && seconds < claims.exp) && !lacks('expiry'))
      throw refuse('it has expired');
    if (claims.nonce !== pending.nonce && !lacks('nonce')) throw refuse('the nonce is another');
    if (typeof claims.sub !== 'string' || claims.sub === '') throw refuse('it names nobody');
    return claims;
  }

  async function checkSignature(
    known: ProviderEndpoints,
    secret: string,
    idToken: string,
    alg: string,
    log: FederationLog,
  ): Promise<void> {
    // Of time only the expiry is looked at, and elsewhere.
    const options = { currentDate: new Date(0), algorithms: [alg] };
    if (hmac.includes(alg)) {
      await jwtVerify(idToken, new TextEncoder().encode(secret), options);
      return;
    }
    if (!algorithms.includes(alg)) throw new Error(`the algorithm "${alg}" is not taken`);
    const answer = await call(log, 'jwks', new Request(known.jwks_uri));
    const keys = keySet.safeParse(parseJson(answer.body));
    if (answer.status !== 200 || !keys.success) throw new Error('the keys could not be read');
    // The shape was checked as far as jose asks for it.
    const set = createLocalJWKSet(keys.data as JSONWebKeySet);
    const { kid } = decodeProtectedHeader(idToken);
    if (kid === undefined) throw new Error('it names no key');
    await jwtVerify(idToken, set, options);
  }

  return { begin, finish };
}
export type OidcClient = ReturnType<typeof createOidcClient>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
