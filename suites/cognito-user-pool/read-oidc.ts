import type {
  OidcDocument,
  OidcPoolAttribute,
  OidcRecord,
  OidcRound,
} from '../../harness/model/oidc-records.ts';
import type { BackChannelCall, FederationLog } from '../../mocks/aws/cognito-user-pool/federation-log.ts';
import type { AppLogin } from '../../mocks/relying-app/pool-client.ts';
import type { Bench } from '../support/bench.ts';
import type { PoolCase } from './cases.ts';
import { callFrontDoor } from './front-door-call.ts';
import { assurance, type Controls, type Names } from './parties.ts';
import { hashCode, hashVerifier, readToken } from './read-token.ts';

interface ShownProvider {
  readonly ProviderDetails: Readonly<Record<string, string>>;
  readonly AttributeMapping: Readonly<Record<string, string>>;
}
interface ShownClient {
  readonly id: string;
  readonly callbackUrls: readonly string[];
  readonly oauthFlows: readonly string[];
  readonly oauthScopes: readonly string[];
  readonly writeAttributes?: readonly string[];
  readonly hasSecret: boolean;
}
interface ShownUser {
  readonly username: string;
  readonly status: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Everything that was seen of the federation; tokens are read, verified and left behind. */
export async function readOidc(
  { pool, app }: Controls,
  names: Names,
  bench: Bench,
  userName: string,
  one: PoolCase,
): Promise<OidcRecord> {
  const [provider, client, users, federations, logins, { schema }] = await Promise.all([
    pool.get<ShownProvider>(`/providers/${encodeURIComponent(names.provider)}`),
    pool.get<ShownClient>(`/clients/${names.appClientId}`),
    pool.get<readonly ShownUser[]>('/users'),
    pool.get<readonly FederationLog[]>('/federations'),
    app.get<readonly AppLogin[]>('/logins'),
    pool.get<{ schema: readonly OidcPoolAttribute[] }>('/state'),
  ]);
  const {
    oidc_issuer: issuer = '',
    client_id: clientId = '',
    authorize_scopes: scopes = '',
  } = provider.ProviderDetails;
  const fetchDocument = (url: string) => documentAt(bench, url);
  const discovery = await fetchDocument(`${issuer}/.well-known/openid-configuration`);
  const jwks = await fetchDocument(jwksUriOf(discovery) ?? `${issuer}/jwks`);
  const configuration = await fetchDocument(`${names.poolIssuer}/.well-known/openid-configuration`);
  const poolJwks = await fetchDocument(`${names.poolIssuer}/.well-known/jwks.json`);
  // The journey's own; further ones are of probes.
  const federation = federations[0];
  const login = logins[0];
  const user = users.find(({ username }) => username === userName);
  return {
    issuer,
    provider: { name: names.provider, clientId, scopes, mapping: provider.AttributeMapping, discovery, jwks },
    pool: {
      poolId: names.poolId,
      region: names.region,
      issuer: names.poolIssuer,
      hostedUi: names.hostedUi,
      schema: schema.map(({ name, mutable, required, maxLength }) => ({
        name,
        mutable,
        required,
        maxLength,
      })),
      configuration,
      jwks: poolJwks,
    },
    client: {
      id: client.id,
      callbackUrls: client.callbackUrls,
      flows: client.oauthFlows,
      scopes: client.oauthScopes,
      hasSecret: client.hasSecret,
      ...(client.writeAttributes === undefined ? {} : { writeAttributes: client.writeAttributes }),
    },
    assurance,
    ...(federation === undefined ? {} : { federation: await federationRound(federation, jwks) }),
    ...(login === undefined ? {} : { application: await applicationRound(login, poolJwks) }),
    ...(user === undefined
      ? {}
      : {
          user: {
            username: user.username,
            status: user.status,
            attributes: user.attributes,
            ...(one.known === undefined ? {} : { before: one.known }),
          },
        }),
    ...(login?.resource === undefined
      ? {}
      : { resource: { url: names.resource, status: login.resource.status } }),
    probes: [],
  };
}

async function documentAt(bench: Bench, url: string): Promise<OidcDocument> {
  const answer = await callFrontDoor(bench.stack, { url });
  return { url, status: answer.status, contentType: answer.headers['content-type'] ?? '', body: answer.body };
}

function jwksUriOf({ body }: OidcDocument): string | undefined {
  try {
    const { jwks_uri: uri } = JSON.parse(body) as { jwks_uri?: unknown }; // only a text is used
    return typeof uri === 'string' && URL.canParse(uri) ? uri : undefined;
  } catch {
    return undefined;
  }
}

async function federationRound(log: FederationLog, jwks: OidcDocument): Promise<OidcRound> {
  const token = log.calls.find(({ what }) => what === 'token');
  const userinfo = log.calls.find(({ what }) => what === 'userinfo');
  const challenge = parameterOf(log.authorizeUrl, 'code_challenge');
  return {
    ...(log.authorizeUrl === undefined ? {} : { authorizeUrl: log.authorizeUrl }),
    ...(log.callback === undefined ? {} : { callback: hashCode(log.callback) }),
    ...(log.callbackUrl === undefined ? {} : { callbackUrl: log.callbackUrl }),
    ...(token === undefined ? {} : { tokenCall: describeCall(token, challenge, log.codeVerifier) }),
    ...(log.idToken === undefined ? {} : { idToken: await readToken(log.idToken, jwks, log.accessToken) }),
    ...(userinfo === undefined
      ? {}
      : { userinfo: { status: userinfo.status, claims: objectOf(userinfo.body) } }),
  };
}

function describeCall(
  { url, method, fields, clientAuthentication, status, contentType, body }: BackChannelCall,
  challenge: string | undefined,
  verifier: string | undefined,
) {
  return {
    url,
    method,
    fields,
    clientAuthentication,
    status,
    contentType,
    answered: Object.keys(objectOf(body)),
    ...(challenge === undefined || verifier === undefined
      ? {}
      : { verifierFits: fields.includes('code_verifier') && hashVerifier(verifier) === challenge }),
  };
}

async function applicationRound(login: AppLogin, jwks: OidcDocument): Promise<OidcRound> {
  const { tokenCall, idToken, accessToken, codeVerifier } = login;
  const challenge = parameterOf(login.authorizeUrl, 'code_challenge');
  return {
    authorizeUrl: login.authorizeUrl,
    ...(login.callback === undefined ? {} : { callback: hashCode(login.callback) }),
    ...(login.callbackUrl === undefined ? {} : { callbackUrl: login.callbackUrl }),
    ...(tokenCall === undefined
      ? {}
      : {
          tokenCall: {
            url: tokenCall.url,
            method: 'POST',
            fields: tokenCall.fields,
            clientAuthentication: tokenCall.clientAuthentication,
            status: tokenCall.status,
            contentType: tokenCall.contentType,
            answered: tokenCall.answered,
            ...(challenge === undefined || codeVerifier === undefined
              ? {}
              : { verifierFits: hashVerifier(codeVerifier) === challenge }),
          },
        }),
    ...(idToken === undefined ? {} : { idToken: await readToken(idToken, jwks, accessToken) }),
    ...(accessToken === undefined ? {} : { accessToken: await readToken(accessToken, jwks) }),
  };
}

function parameterOf(url: string | undefined, name: string): string | undefined {
  return url === undefined ? undefined : (new URL(url).searchParams.get(name) ?? undefined);
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
