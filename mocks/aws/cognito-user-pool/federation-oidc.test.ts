import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIdpKeys } from '../../idp/main-config.ts';
import { readPage } from '../../idp/test-world.ts';
import { createOidcKeys } from '../../kosmos-oidc/keys.ts';
import type { Safeguard } from './config.ts';
import { createPoolKeys } from './pool-keys.ts';
import {
  addresses,
  answerPhone,
  appClient,
  authorizeUrl,
  callback,
  makeWorld,
  openBrowser,
  redeem,
  signIn,
  type WorldKeys,
} from './testing/world.ts';

let keys: WorldKeys;
beforeAll(async () => {
  const [saml, oidc, pool] = await Promise.all([
    createIdpKeys(Date.now()),
    createOidcKeys(),
    createPoolKeys(),
  ]);
  keys = { saml, oidc, pool };
});

describe('a sign-in through an OpenID provider', () => {
  it('ends in a code, and the code in tokens that the published keys verify', async () => {
    const world = await makeWorld(keys);
    const answer = await signIn(world, openBrowser(world));
    expect(answer.origin + answer.pathname).toBe(callback);
    expect(answer.searchParams.get('state')).toBe('state-of-the-application');
    const code = answer.searchParams.get('code') ?? '';
    const { status, body } = await redeem(world, { grant_type: 'authorization_code', code });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'refresh_token',
      'token_type',
    ]);
    const jwks = await (
      await world.pool.fetch(new Request(`${addresses.issuer}/.well-known/jwks.json`))
    ).json();
    const { payload } = await jwtVerify(String(body.id_token), createLocalJWKSet(jwks), {
      issuer: addresses.issuer,
      audience: appClient.id,
    });
    expect(payload).toMatchObject({
      token_use: 'id',
      nonce: 'nonce-of-the-application',
      email: 'alice.wong@example.com',
      given_name: 'Alice',
      'custom:ial': '2',
    });
    expect(String(payload['cognito:username'])).toMatch(/^1Kosmos_[0-9a-f-]{36}$/);
    const access = decodeJwt(String(body.access_token));
    expect(access).toMatchObject({ token_use: 'access', client_id: appClient.id });
    const half = createHash('sha256').update(String(body.access_token)).digest().subarray(0, 16);
    expect(payload.at_hash).toBe(half.toString('base64url'));
  });

  it('has no level 2 without LiveID', async () => {
    const world = await makeWorld(keys);
    const answer = await signIn(world, openBrowser(world), authorizeUrl(), 'touch-id');
    const code = answer.searchParams.get('code') ?? '';
    const { body } = await redeem(world, { grant_type: 'authorization_code', code });
    expect(decodeJwt(String(body.id_token))['custom:ial']).toBe('1');
  });

  it('gives a code that works once, with its own verifier, address and secret', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const verifier = 'a-verifier-of-the-application-that-is-long-enough';
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    const from = authorizeUrl({ code_challenge, code_challenge_method: 'S256' });
    const first = (await signIn(world, browser, from)).searchParams.get('code') ?? '';
    const grant_type = 'authorization_code';
    expect(await redeem(world, { grant_type, code: first })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    // Whoever tried without the verifier has used the code up.
    expect((await redeem(world, { grant_type, code: first, code_verifier: verifier })).status).toBe(400);
    const again = await browser.follow(from);
    const code = again.leadsTo?.searchParams.get('code') ?? '';
    expect(await redeem(world, { grant_type, code, code_verifier: verifier }, 'wrong')).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
    });
    expect((await redeem(world, { grant_type, code, code_verifier: verifier })).status).toBe(200);
    expect((await redeem(world, { grant_type, code, code_verifier: verifier })).body).toEqual({
      error: 'invalid_grant',
    });
  });

  it('keeps its session for an hour, and ends it at /logout', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    await signIn(world, browser);
    const silent = await browser.visit(authorizeUrl());
    expect(silent.headers.get('location')).toMatch(/^https:\/\/app\.acme\.example\/callback\?code=/);
    await world.poolControl.send('PUT', '/clock', { offsetMs: 3_600_001 });
    const asked = await browser.visit(authorizeUrl());
    expect(asked.headers.get('location')).toMatch(/^https:\/\/acme\.1kosmos\.net\//);
    await world.poolControl.send('PUT', '/clock', { offsetMs: 0 });
    const out = new URLSearchParams({ client_id: appClient.id, logout_uri: 'https://app.acme.example/' });
    const left = await browser.visit(`${addresses.hosted}/logout?${out}`);
    expect(left.headers.get('location')).toBe('https://app.acme.example/');
    const after = await browser.visit(authorizeUrl());
    expect(after.headers.get('location')).toMatch(/^https:\/\/acme\.1kosmos\.net\//);
  });

  it('answers userInfo by the access token, and revokes what a refresh token stands for', async () => {
    const world = await makeWorld(keys);
    const answer = await signIn(world, openBrowser(world));
    const code = answer.searchParams.get('code') ?? '';
    const { body } = await redeem(world, { grant_type: 'authorization_code', code });
    const ask = async (token: unknown) =>
      world.pool.fetch(
        new Request(`${addresses.hosted}/oauth2/userInfo`, { headers: { authorization: `Bearer ${token}` } }),
      );
    const info = await ask(body.access_token);
    expect(await info.json()).toMatchObject({ email: 'alice.wong@example.com', 'custom:ial': '2' });
    expect((await ask(body.id_token)).status).toBe(401);
    const refreshed = await redeem(world, {
      grant_type: 'refresh_token',
      refresh_token: String(body.refresh_token),
    });
    expect(refreshed.status).toBe(200);
    expect(refreshed.body).not.toHaveProperty('refresh_token');
    await world.pool.fetch(
      new Request(`${addresses.hosted}/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({
          token: String(body.refresh_token),
          client_id: appClient.id,
          client_secret: appClient.secret,
        }),
      }),
    );
    expect((await ask(refreshed.body.access_token)).status).toBe(401);
  });
});

describe('the authorize endpoint', () => {
  it.each([
    ['an unknown client', { client_id: 'nobody' }, undefined],
    ['another callback', { redirect_uri: 'https://evil.example/' }, undefined],
    ['a callback with more at its end', { redirect_uri: `${callback}/x` }, undefined],
    ['another response type', { response_type: 'id_token' }, 'invalid_request'],
    ['a scope that is not enabled', { scope: 'openid phone' }, 'invalid_scope'],
    ['a plain challenge', { code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request'],
    ['a provider of another client', { identity_provider: 'Google' }, 'invalid_request'],
  ])('refuses %s', async (_what, change, error) => {
    const world = await makeWorld(keys);
    const answer = await openBrowser(world).visit(authorizeUrl(change));
    const location = answer.headers.get('location');
    if (error === undefined) {
      expect([answer.status, location]).toEqual([400, null]);
      return;
    }
    const url = new URL(location ?? '');
    expect(url.origin + url.pathname).toBe(callback);
    expect(url.searchParams.get('error')).toBe(error);
    expect(url.searchParams.get('state')).toBe('state-of-the-application');
  });

  it('lets people choose a provider on its own page', async () => {
    const world = await makeWorld(keys);
    const url = new URL(authorizeUrl());
    url.searchParams.delete('identity_provider');
    const { text } = await openBrowser(world).follow(url.href);
    expect(text).toContain('data-provider="1Kosmos"');
    expect(text).toContain('data-provider="1KosmosSAML"');
  });
});

/** What is wrong, which safeguard is about it, and whether a pool without that one lets somebody in. */
const wrongTokens: readonly (readonly [string, object, Safeguard])[] = [
  ['the issuer of another tenant', { set: { iss: 'https://evil.example' } }, 'issuer'],
  ['the audience of another client', { set: { aud: 'other' } }, 'audience'],
  ['the nonce of another login', { set: { nonce: 'other' } }, 'nonce'],
  ['a time long past', { shiftSeconds: -7200 }, 'expiry'],
  ['a stranger’s key', { signedBy: 'stranger' }, 'signature'],
  ['a stranger’s key of the right name', { signedBy: 'stranger', kid: 'signing-1' }, 'signature'],
  ['no signature', { alg: 'none' }, 'algorithm'],
  ['claims that were altered', { set: { email: 'mallory@example.com' }, keepSignature: true }, 'signature'],
];

describe('an ID token with', () => {
  it.each(wrongTokens)(
    '%s keeps the person out, and gets in without the safeguard',
    async (_what, change, safeguard) => {
      const world = await makeWorld(keys);
      await world.idpControl.send('PUT', '/id-token-change', change);
      const refused = await signIn(world, openBrowser(world));
      expect(refused.searchParams.get('error')).toBe('invalid_request');
      expect(refused.searchParams.get('error_description')).toMatch(/^Bad id_token/);
      expect(refused.searchParams.has('code')).toBe(false);
      expect(await world.poolControl.get('/users')).toEqual([]);
      await world.poolControl.send('PUT', '/lacks', { lacks: [safeguard] });
      const taken = await signIn(world, openBrowser(world));
      expect(taken.searchParams.has('code')).toBe(true);
    },
  );
});

describe('what comes back from a provider', () => {
  it('counts once, and in the browser that asked', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    await signIn(world, browser);
    const sent = await browser.visit(`${addresses.hosted}/oauth2/idpresponse?code=x&state=y`);
    expect(sent.status).toBe(400);
    const [first] =
      await world.poolControl.get<readonly { callback: Record<string, string> }[]>('/federations');
    const again = new URLSearchParams(first?.callback);
    expect((await browser.visit(`${addresses.hosted}/oauth2/idpresponse?${again}`)).status).toBe(400);
  });

  it('is refused after five minutes', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const next = await answerPhone(world, browser, authorizeUrl());
    await world.poolControl.send('PUT', '/clock', { offsetMs: 5 * 60_000 });
    const { leadsTo, answer, text } = await browser.follow(next);
    expect([leadsTo, answer.status]).toEqual([undefined, 400]);
    expect(text).toContain('An error was encountered with the requested page.');
  });

  it('is an error of the application where the provider refuses the pool’s secret', async () => {
    const world = await makeWorld(keys);
    await world.poolControl.send('PATCH', '/providers/1Kosmos', {
      ProviderDetails: { client_secret: 'the-secret-of-somebody-else' },
    });
    const refused = await signIn(world, openBrowser(world));
    expect(refused.searchParams.get('error_description')).toBe('1Kosmos Error - 401 error getting token');
  });

  it('is an error of the application where the person cancels', async () => {
    const world = await makeWorld(keys);
    const browser = openBrowser(world);
    const { text } = await browser.follow(authorizeUrl());
    const id = readPage(text).id ?? '';
    const body = new URLSearchParams({ id }).toString();
    const { leadsTo } = await browser.follow('https://acme.1kosmos.net/login/cancel', {
      method: 'POST',
      body,
    });
    expect(leadsTo?.origin).toBe('https://app.acme.example');
    expect(leadsTo?.searchParams.get('error')).toBe('invalid_request');
    expect(leadsTo?.searchParams.get('error_description')).toBe('The person cancelled the sign-in.');
    expect(leadsTo?.searchParams.has('code')).toBe(false);
  });
});
