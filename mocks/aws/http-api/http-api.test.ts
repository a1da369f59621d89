import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpApi } from './double.ts';

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Acme12345';
const keys = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
const server = createServer((request, response) => {
  const isKeys = request.url === '/us-east-1_Acme12345/.well-known/jwks.json';
  response.writeHead(isKeys ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ keys: [jwk] }));
});
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-http-api-'));
  file = join(folder, 'echo.mjs');
  await writeFile(
    file,
    `export const handler = async (event) => {
      if (event.rawPath === '/broken') throw new Error('inside');
      return { statusCode: 201, body: JSON.stringify({ body: event.body, query: event.rawQueryString, claims: event.requestContext.authorizer?.jwt.claims ?? null }) };
    };`,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

function open() {
  const { port } = server.address() as AddressInfo; // a TCP listener's address is never a string
  return createHttpApi({
    authorizer: { issuer, audience: ['app'], reachedAt: `http://127.0.0.1:${port}` },
    routes: [
      { method: 'POST', path: '/open', function: 'echo' },
      { method: 'GET', path: '/broken', function: 'echo' },
      { method: 'GET', path: '/guarded', function: 'echo', authorizer: 'jwt' },
    ],
    lambda: { functions: { echo: { runtime: 'nodejs', file, handler: 'handler', timeoutMs: 60_000 } } },
  });
}

const sign = (claims: Record<string, unknown>, { privateKey } = keys) =>
  new SignJWT({ iss: issuer, aud: 'app', exp: Math.floor(Date.now() / 1000) + 60, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .sign(privateKey);

const ask = async (
  api: ReturnType<typeof createHttpApi>,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> => {
  const answer = await api.fetch(new Request(`https://api.acme.example${path}`, init));
  return { status: answer.status, body: await answer.json() };
};

describe('an HTTP API', () => {
  it('hands requests to its function, and answers what that says', async () => {
    await using api = open();
    expect(await ask(api, '/open?a=1', { method: 'POST', body: 'text' })).toEqual({
      status: 201,
      body: { body: 'text', query: 'a=1', claims: null },
    });
  });

  it('tells nobody what went wrong in a function, but its own log', async () => {
    await using api = open();
    expect(await ask(api, '/broken')).toEqual({ status: 500, body: { message: 'Internal Server Error' } });
    const events = await (await api.control(new Request('http://control.invalid/events'))).json();
    expect(events).toMatchObject([{ type: 'answered', reason: 'Error: inside' }]);
  });

  it('lets a valid token through, with its claims as text', async () => {
    await using api = open();
    const headers = { authorization: `Bearer ${await sign({ ial: 2, sub: 'bob' })}` };
    expect(await ask(api, '/guarded', { headers })).toMatchObject({
      status: 201,
      body: { claims: { ial: '2', sub: 'bob', aud: 'app' } },
    });
  });

  it.each([
    ['no token', async () => ''],
    ['a token of another client', () => sign({ aud: 'other' })],
    ['a token of another pool', () => sign({ iss: `${issuer}x` })],
    ['an expired token', () => sign({ exp: 1 })],
    ['a token that somebody else signed', () => sign({}, stranger)],
    ['no JWT', async () => 'abc'],
  ])('refuses %s', async (_what, make) => {
    await using api = open();
    const token = await make();
    const headers: HeadersInit = token === '' ? {} : { authorization: `Bearer ${token}` };
    expect(await ask(api, '/guarded', { headers })).toEqual({
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });
});
