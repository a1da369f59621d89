import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FrontDoor, findRoute, openFrontDoor } from './front-door.ts';
import { createRunAuthority, type RunAuthority } from './run-authority.ts';

const upstream = createServer((incoming, outgoing) => {
  if (incoming.url === '/go') {
    outgoing.writeHead(303, { Location: 'https://idp.example/sso?a=1' });
    outgoing.end();
    return;
  }
  outgoing.writeHead(200, [
    ...['Set-Cookie', 'a=1; Secure', 'Set-Cookie', 'b=2; Secure'],
    ...['Content-Type', 'application/json'],
  ]);
  outgoing.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
});
let authority: RunAuthority;
let door: FrontDoor;

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as AddressInfo; // a TCP listener's address is never a string
  authority = await createRunAuthority(['idp.example', 'sp.example', 'half.example'], Date.now());
  const url = `http://127.0.0.1:${port}`;
  door = await openFrontDoor(authority, { 'idp.example': url, 'half.example/platform': url });
});
afterAll(async () => {
  await door[Symbol.asyncDispose]();
  upstream.close();
});

function ask(host: string, path = '/', servername = host) {
  return new Promise<{
    status: number;
    body: string;
    cookies: readonly string[];
    location?: string | undefined;
  }>((resolve, reject) => {
    request(
      { host: '127.0.0.1', port: door.port, servername, ca: authority.authority, path, headers: { host } },
      async (answer) =>
        resolve({
          status: answer.statusCode ?? 0,
          body: await text(answer),
          cookies: answer.headers['set-cookie'] ?? [],
          location: answer.headers.location,
        }),
    )
      .on('error', reject)
      .end();
  });
}

test('a production name leads to its double, which learns that name', async () => {
  const { status, body, cookies } = await ask('idp.example', '/login?x=1');
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({
    url: '/login?x=1',
    headers: { 'x-forwarded-host': 'idp.example', 'x-forwarded-proto': 'https' },
  });
  expect(cookies).toEqual(['a=1; Secure', 'b=2; Secure']);
});

test('a path that looks like another host stays a path', async () => {
  expect(JSON.parse((await ask('idp.example', '//evil.example/x')).body).url).toBe('//evil.example/x');
});

test('a name that no double has is answered as misdirected', async () => {
  const body = 'No double answers to the host "sp.example".';
  expect(await ask('sp.example')).toMatchObject({ status: 421, body });
});

test('a path that no double has is answered as misdirected, its neighbour is not', async () => {
  expect(JSON.parse((await ask('half.example', '/platform/x?y=/z')).body).url).toBe('/platform/x?y=/z');
  const body = 'No double answers to this path of the host "half.example".';
  for (const path of ['/', '/platforms', '/saml?to=/platform'])
    expect(await ask('half.example', path)).toMatchObject({ status: 421, body });
});

describe('of several routes', () => {
  const routes = { a: 'whole', 'a/platform': 'platform', 'a/platform/saml': 'saml', 'b/x': 'only' };

  test.each([
    ['a', '/', 'whole'],
    ['a', '/saml', 'whole'],
    ['a', '/platform', 'platform'],
    ['a', '/platform/', 'platform'],
    ['a', '/platform?x=/saml', 'platform'],
    ['a', '/platformsaml', 'whole'],
    ['a', '/Platform', 'whole'],
    ['a', '/platform/saml/acs/1', 'saml'],
    ['a', '//platform', 'whole'],
    ['a', '*', undefined],
    ['b', '/x/y', 'only'],
    ['b', '/', undefined],
    ['b', '', undefined],
    ['c', '/', undefined],
    ['constructor', '/', undefined],
  ])('the longest that fits %s%s counts', (host, path, found) => {
    expect(findRoute(routes, host, path)).toBe(found);
  });
});

test('the certificate is good for the run’s names only, and only with the run’s authority', async () => {
  await expect(ask('idp.example', '/', 'other.example')).rejects.toThrow(/does not match/);
});

test('a redirect is led elsewhere while somebody asks for it', async () => {
  door.rewriteLocations((location) => location.replace('a=1', 'a=2'));
  expect((await ask('idp.example', '/go')).location).toBe('https://idp.example/sso?a=2');
  door.rewriteLocations();
  expect((await ask('idp.example', '/go')).location).toBe('https://idp.example/sso?a=1');
});
