import type { OidcDocument, OidcRecord } from '../../model/oidc-records.ts';
import { recordArtifact, withArtifacts } from '../kit/artifact.ts';
import { type GenuineLogin, type GenuineOptions, makeGenuineLogin } from '../kit/genuine.ts';

export type GenuineOidcOptions = Pick<GenuineOptions, 'now' | 'keys'>;

const issuer = 'https://acme.1kosmos.net/oauth2/community/default/v1';
const hostedUi = 'https://acme.auth.us-east-1.amazoncognito.com';
const poolId = 'us-east-1_Acme12345';
const poolIssuer = `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`;
const app = 'https://app.acme.example';
const clientId = 'cognito-user-pool';
const appClientId = '5n2example4app0client7id';
const subject = '7cfd422d-bef6-ab52-f3ca-a744a34c2526';
const userName = `1Kosmos_${subject}`;
/** Unguessable values, as a login has them. */
const state = 'q2dpH569Odh9_pt8KqebZLrYGLNN2riTQx1NMZ-aXW0';
const nonce = 'yVIC6Oa0g6PFXF8vpUFGAoJNoBwpAwTpbnYdedQiIZM';
const challenge = 'piZdIjqDLFwdqkj2Rpljj-kSfxXCftTu6_IRHRsnQxI';
const appState = 'UB71_GIRkakc1qvZk-I_4ja1SnIP8anrbyO51xbMceg';
const appNonce = 'qiEfQDvzl_4nvOKWFTI-xPEIX4B-nrt8sabTcdPlQgs';
const appChallenge = '29fXbVCijEvw1GgX9jqq9DNo5WgZNZUuyK5f17tTEn4';

/** A complete clean login by OpenID Connect: the journey of a login in the browser, with this record in SAML's place. */
export function makeGenuineOidcLogin(options: GenuineOidcOptions): GenuineLogin {
  const login = makeGenuineLogin({ ...options, initiatedBy: 'sp' });
  const evidence = withArtifacts(login.evidence, { oidc: recordArtifact(buildOidc(options.now)) });
  return { ...login, evidence: { ...evidence, integration: 'cognito-user-pool', flow: 'oidc' } };
}

const json = (url: string, body: unknown): OidcDocument => ({
  url,
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** A public key of the right size; signatures were tried when the record was made. */
const key = (kid: string, fill: number) => ({
  kty: 'RSA',
  n: Buffer.alloc(256, fill).toString('base64url'),
  e: 'AQAB',
  kid,
  alg: 'RS256',
  use: 'sig',
});

const person = { email: 'alice.wong@example.com', given_name: 'Alice', family_name: 'Wong' };
const attributes = {
  ...person,
  email_verified: 'true',
  'custom:ial': '2',
  'custom:blockid_sub': subject,
};

function buildOidc(now: number): OidcRecord {
  const seconds = Math.floor(now / 1000);
  const times = { auth_time: seconds, iat: seconds, exp: seconds + 3600 };
  return {
    issuer,
    provider: {
      name: '1Kosmos',
      clientId,
      scopes: 'openid email profile /assurance/ial/2',
      mapping: {
        username: 'sub',
        email: 'email',
        email_verified: 'email_verified',
        given_name: 'given_name',
        family_name: 'family_name',
        'custom:ial': 'ial',
        'custom:blockid_sub': 'sub',
      },
      discovery: json(`${issuer}/.well-known/openid-configuration`, discoveryDocument),
      jwks: json(`${issuer}/jwks`, { keys: [key('signing-1', 0xa7), key('signing-2', 0xb3)] }),
    },
    pool: {
      poolId,
      region: 'us-east-1',
      issuer: poolIssuer,
      hostedUi,
      schema: [
        { name: 'email', mutable: true, required: true, maxLength: 2048 },
        ...['email_verified', 'given_name', 'family_name', 'custom:ial', 'custom:blockid_sub'].map(
          (name) => ({
            name,
            mutable: true,
            required: false,
            maxLength: 2048,
          }),
        ),
      ],
      jwks: json(`${poolIssuer}/.well-known/jwks.json`, { keys: [key('pool-1', 0xc1), key('pool-2', 0xd9)] }),
    },
    client: {
      id: appClientId,
      callbackUrls: [`${app}/callback`],
      flows: ['code'],
      scopes: ['openid', 'email', 'profile'],
      hasSecret: true,
    },
    assurance: { scope: '/assurance/ial/2', claim: 'ial', attribute: 'custom:ial', minimum: 2 },
    federation: {
      authorizeUrl: `${issuer}/authorize?${new URLSearchParams({
        client_id: clientId,
        redirect_uri: `${hostedUi}/oauth2/idpresponse`,
        scope: 'openid email profile /assurance/ial/2',
        response_type: 'code',
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })}`,
      callback: { code: 'masked-fb4c9ec911', state, iss: issuer },
      callbackUrl: `${hostedUi}/oauth2/idpresponse`,
      tokenCall: {
        url: `${issuer}/token`,
        method: 'POST',
        fields: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret', 'code_verifier'],
        clientAuthentication: 'client_secret_post',
        status: 200,
        contentType: 'application/json; charset=utf-8',
        answered: ['access_token', 'expires_in', 'id_token', 'scope', 'token_type'],
        verifierFits: true,
      },
      idToken: {
        header: { alg: 'RS256', kid: 'signing-1' },
        claims: {
          iss: issuer,
          aud: clientId,
          sub: subject,
          ...times,
          nonce,
          at_hash: '5cGq_4Qa_pwEh6IRl7U3Kw',
          acr: '/assurance/ial/2/',
          amr: ['hwk', 'face', '/assurance/ial/2/'],
          ...person,
          email_verified: true,
          ial: 2,
        },
        signature: 'verified',
        accessTokenHash: '5cGq_4Qa_pwEh6IRl7U3Kw',
      },
      userinfo: { status: 200, claims: { sub: subject, ...person, email_verified: true, ial: 2 } },
    },
    application: {
      authorizeUrl: `${hostedUi}/oauth2/authorize?${new URLSearchParams({
        client_id: appClientId,
        response_type: 'code',
        redirect_uri: `${app}/callback`,
        scope: 'openid email profile',
        identity_provider: '1Kosmos',
        state: appState,
        nonce: appNonce,
        code_challenge: appChallenge,
        code_challenge_method: 'S256',
      })}`,
      callback: { code: 'masked-04f103a622', state: appState },
      callbackUrl: `${app}/callback`,
      tokenCall: {
        url: `${hostedUi}/oauth2/token`,
        method: 'POST',
        fields: ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier'],
        clientAuthentication: 'client_secret_basic',
        status: 200,
        contentType: 'application/json',
        answered: ['id_token', 'access_token', 'refresh_token', 'expires_in', 'token_type'],
        verifierFits: true,
      },
      idToken: {
        header: { alg: 'RS256', kid: 'pool-1' },
        claims: {
          ...attributes,
          email_verified: true,
          sub: '217cb558-d174-4aff-9e1a-8cefcfae7600',
          iss: poolIssuer,
          aud: appClientId,
          token_use: 'id',
          ...times,
          nonce: appNonce,
          'cognito:username': userName,
        },
        signature: 'verified',
      },
      accessToken: {
        header: { alg: 'RS256', kid: 'pool-2' },
        claims: {
          sub: '217cb558-d174-4aff-9e1a-8cefcfae7600',
          iss: poolIssuer,
          client_id: appClientId,
          token_use: 'access',
          scope: 'openid profile email',
          ...times,
          username: userName,
        },
        signature: 'verified',
      },
    },
    user: { username: userName, status: 'EXTERNAL_PROVIDER', attributes },
    resource: { url: 'https://api.acme.example/payments', status: 200 },
    probes: (
      [
        ['provider-answer-again', 400],
        ['provider-answer-elsewhere', 400],
        ['pool-answer-again', 403],
        ['pool-answer-elsewhere', 403],
        ['code-redeemed-again', 400],
        ['redirect-elsewhere', 400],
        ['resource-without-token', 401],
        ['resource-with-unsigned-token', 401],
      ] as const
    ).map(([how, status]) => ({ how, accepted: false, status })),
  };
}

const discoveryDocument = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ['code', 'code id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'email', 'profile', '/assurance/ial/2'],
  claims_supported: ['sub', 'email', 'email_verified', 'given_name', 'family_name', 'ial', 'acr', 'amr'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
};
