import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createApiGateway } from './double.ts';

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Acme12345';
const now = Date.UTC(2026, 2, 14, 9, 26, 53);
let own: Awaited<ReturnType<typeof makeKey>>;
let stranger: Awaited<ReturnType<typeof makeKey>>;

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' } };
}

let pool: MountedDouble;
beforeAll(async () => {
  [own, stranger] = await Promise.all([makeKey(), makeKey()]);
  // What the authorizer asks of the pool: its keys.
  const fetch = async () => Response.json({ keys: [own.jwk] });
  pool = await mount({ name: 'pool', hosts: [], fetch, control: fetch });
});
afterAll(() => pool[Symbol.asyncDispose]());

function makeApi() {
  return createApiGateway(
    {
      authorizer: { issuer, audience: ['app'] },
      assurance: { claim: 'custom:ial', minimum: 2 },
      routes: { [new URL(issuer).origin]: pool.url },
    },
    { now: () => now },
  );
}

const token = (claims: object = {}, key = own, alg = 'RS256') =>
  new SignJWT({
    iss: issuer,
    aud: 'app',
    token_use: 'id',
    'custom:ial': '2',
    exp: now / 1000 + 60,
    ...claims,
  })
    .setProtectedHeader({ alg, kid: 'k' })
    .sign(key.privateKey);

async function ask(api: ReturnType<typeof makeApi>, bearer?: string) {
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const answer = await api.fetch(new Request('https://api.acme.example/payments', { headers }));
  return { status: answer.status, body: await answer.json() };
}

describe('a resource behind a JWT authorizer', () => {
  it('opens for a proofed person', async () => {
    expect(await ask(makeApi(), await token())).toMatchObject({ status: 200 });
  });

  it.each([
    ['no token', undefined],
    ['the token of another pool', { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other' }],
    ['the token of another client', { aud: 'other' }],
    ['an expired token', { exp: now / 1000 - 1 }],
  ])('answers 401 to %s', async (_what, claims) => {
    const bearer = claims === undefined ? undefined : await token(claims);
    expect(await ask(makeApi(), bearer)).toEqual({ status: 401, body: { message: 'Unauthorized' } });
  });

  it('answers 401 to a stranger’s signature, and to none', async () => {
    expect((await ask(makeApi(), await token({}, stranger))).status).toBe(401);
    expect((await ask(makeApi(), (await token()).replace(/[^.]*$/, ''))).status).toBe(401);
  });

  it.each([['1'], [undefined], ['two'], ['22'], [['2']]])('answers 403 to the level %j', async (level) => {
    const answer = await ask(makeApi(), await token({ 'custom:ial': level }));
    expect(answer).toEqual({ status: 403, body: { message: 'Forbidden' } });
  });

  it('opens for everybody with a token where nobody guards it', async () => {
    const api = makeApi();
    await createControlClient(api.control).send('PUT', '/assurance', null);
    expect((await ask(api, await token({ 'custom:ial': undefined }))).status).toBe(200);
    expect((await ask(api)).status).toBe(401);
  });
});
