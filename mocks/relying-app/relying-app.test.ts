import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createControlClient } from '../core/control-client.ts';
import type { Safeguard } from './config.ts';
import { createRelyingApp } from './double.ts';

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Acme12345';
const hostedUi = 'https://acme.auth.us-east-1.amazoncognito.com';
const origin = 'https://app.acme.example';
let own: Awaited<ReturnType<typeof makeKey>>;
let stranger: Awaited<ReturnType<typeof makeKey>>;

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' } };
}

beforeAll(async () => {
  [own, stranger] = await Promise.all([makeKey(), makeKey()]);
});

/** A pool that answers every code with a token of these claims, and a resource that is shut. */
function makeApp(change: object = {}, signer = own) {
  let nonce: string | undefined;
  const app = createRelyingApp(
    { client: { id: 'app', secret: 's' }, issuer, hostedUi },
    {
      send: async (request) => {
        if (request.url.endsWith('/jwks.json')) return Response.json({ keys: [own.jwk] });
        if (!request.url.endsWith('/oauth2/token')) return new Response('{}', { status: 403 });
        const token = await new SignJWT({
          iss: issuer,
          aud: 'app',
          token_use: 'id',
          nonce,
          'cognito:username': '1Kosmos_alice',
          exp: Math.floor(Date.now() / 1000) + 60,
          ...change,
        })
          .setProtectedHeader({ alg: 'RS256', kid: 'k' })
          .sign(signer.privateKey);
        return Response.json({ id_token: token, access_token: 'access' });
      },
    },
  );
  const control = createControlClient(app.control);
  let cookie = '';
  const visit = async (path: string) => {
    const answer = await app.fetch(new Request(origin + path, { headers: { cookie } }));
    const [line] = answer.headers.getSetCookie();
    if (line !== undefined) cookie = line.split(';')[0] ?? '';
    return answer;
  };
  const whoami = async () =>
    (await control.send<{ userName: string | null }>('POST', '/whoami', { cookie })).userName;
  const begin = async () => {
    const { searchParams } = new URL((await visit('/sign-in')).headers.get('location') ?? '');
    nonce = searchParams.get('nonce') ?? undefined;
    return searchParams;
  };
  return { control, visit, whoami, begin };
}

const wrong: readonly (readonly [string, object, Safeguard])[] = [
  ['the nonce of another login', { nonce: 'other' }, 'nonce'],
  ['another issuer', { iss: 'https://evil.example' }, 'signature'],
  ['another audience', { aud: 'other' }, 'signature'],
  ['a time long past', { exp: 1 }, 'signature'],
];

describe('an application behind a user pool', () => {
  it('signs in who comes back with its own state and nonce', async () => {
    const { begin, visit, whoami } = makeApp();
    const sent = await begin();
    expect([sent.get('code_challenge_method'), sent.get('code_challenge')?.length]).toEqual(['S256', 43]);
    expect((await visit(`/callback?code=c&state=${sent.get('state')}`)).status).toBe(303);
    expect(await whoami()).toBe('1Kosmos_alice');
    expect(await (await visit('/')).text()).toContain('data-resource-status="403"');
  });

  it('refuses another state, an error, and a browser that began nothing', async () => {
    const { begin, visit, whoami } = makeApp();
    expect((await visit('/callback?code=c&state=x')).status).toBe(403);
    await begin();
    expect((await visit('/callback?code=c&state=x')).status).toBe(403);
    const sent = await begin();
    const error = await visit(
      `/callback?error=invalid_request&error_description=Why&state=${sent.get('state')}`,
    );
    expect(await error.text()).toContain('Why');
    expect(await whoami()).toBeNull();
  });

  it.each(wrong)(
    'refuses a token with %s, and takes it without the safeguard',
    async (_what, change, safeguard) => {
      for (const lacks of [[], [safeguard]]) {
        const { begin, visit, whoami, control } = makeApp(change);
        await control.send('PUT', '/lacks', { lacks });
        const sent = await begin();
        await visit(`/callback?code=c&state=${sent.get('state')}`);
        expect(await whoami()).toBe(lacks.length === 0 ? null : '1Kosmos_alice');
      }
    },
  );

  it('refuses a stranger’s signature, and an access token in the place of an ID token', async () => {
    for (const app of [makeApp({}, stranger), makeApp({ token_use: 'access' })]) {
      const sent = await app.begin();
      expect((await app.visit(`/callback?code=c&state=${sent.get('state')}`)).status).toBe(403);
      expect(await app.whoami()).toBeNull();
    }
  });
});
