import { beforeAll, describe, expect, it } from 'vitest';
import { createIdpKeys } from '../idp/main-config.ts';
import type { IdpKeys } from '../idp/state.ts';
import { alice, start } from '../idp/test-world.ts';
import { createAuthenticator } from './double.ts';
import { createRoutedFetch } from './routed-fetch.ts';
import { makeWorld, openLogin, type World } from './testing/world.ts';

const phoneHost = 'https://phone.countersign.test';
let keys: IdpKeys;
beforeAll(async () => {
  keys = await createIdpKeys(start);
});

function call({ authenticator }: World, path: string, body: unknown, type = 'application/json') {
  const headers = { 'content-type': type };
  return authenticator.fetch(
    new Request(phoneHost + path, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}

describe('the phone’s page', () => {
  it('lists the enrolled people, under a policy that lets only its own script run', async () => {
    const { authenticator } = await makeWorld(keys);
    const answer = await authenticator.fetch(new Request(`${phoneHost}/`));
    const text = await answer.text();
    expect(text).toContain(`<option value="${alice}">`);
    expect(text.match(/<h1 /g)).toHaveLength(3);
    const nonce = /<script nonce="([^"]+)">/.exec(text)?.[1] ?? 'none';
    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
    expect(text).not.toMatch(/ (style|on\w+)="/);
  });

  it('begins with enrolling when nobody has a phone', async () => {
    const text = await (await createAuthenticator().fetch(new Request(`${phoneHost}/`))).text();
    expect(text).toContain('Nobody has enrolled this phone yet');
    expect(text).not.toContain('id="file"');
  });

  it('lets a person enrol, scan and approve', async () => {
    const world = await makeWorld(keys, []);
    const enrolmentCode = await world.idpClient.createEnrolmentCode(alice);
    expect(await (await call(world, '/app/enrol', { userName: alice, enrolmentCode })).json()).toEqual({
      userName: alice,
    });
    const { page, screenshot, state } = await openLogin(world);
    const picture = Buffer.from(screenshot).toString('base64');
    const scan = await (await call(world, '/app/scan', { userName: alice, screenshot: picture })).json();
    expect(scan.shown.application).toBe('AWS IAM Identity Center');
    const request = { scanId: scan.scanId, outcome: 'approve', biometric: 'face-id', number: page.number };
    expect(await (await call(world, '/app/answer', request)).json()).toMatchObject({
      status: 200,
      code: 'approved',
    });
    expect(await state()).toEqual({ state: 'approved' });
  });

  it('takes the code’s text in place of a picture', async () => {
    const world = await makeWorld(keys);
    const { page } = await openLogin(world);
    const scan = await (await call(world, '/app/scan', { userName: alice, text: ` ${page.qr} ` })).json();
    expect(scan).toMatchObject({ status: 200, qr: page.qr });
  });

  it('cannot tamper, and takes no form that another site could send', async () => {
    const world = await makeWorld(keys);
    const tampered = { scanId: 'x', outcome: 'approve', biometric: 'face-id', tamper: 'user' };
    expect((await call(world, '/app/answer', tampered)).status).toBe(400);
    expect((await call(world, '/app/answer', { scanId: 'x', outcome: 'deny' }, 'text/plain')).status).toBe(
      415,
    );
    expect((await call(world, '/devices', {})).status).toBe(501);
  });
});

describe('reaching the identity provider', () => {
  it('goes where the route leads, and says which host was meant', async () => {
    const seen: Request[] = [];
    const send = createRoutedFetch({ 'https://acme.1kosmos.net': 'http://idp:8080/' }, async (request) => {
      seen.push(request);
      return Response.json({});
    });
    const body = '{"qr":"x"}';
    await send(new Request('https://acme.1kosmos.net/phone/scan', { method: 'POST', body }));
    expect(seen[0]?.url).toBe('http://idp:8080/phone/scan');
    expect(seen[0]?.headers.get('x-forwarded-host')).toBe('acme.1kosmos.net');
    expect(seen[0]?.headers.get('x-forwarded-proto')).toBe('https');
    expect(await seen[0]?.text()).toBe(body);
  });

  it('goes nowhere else', async () => {
    const send = createRoutedFetch({}, () => Promise.reject(new Error('sent')));
    await expect(send(new Request('https://other.example/'))).rejects.toThrow(
      'There is no route to https://other.example',
    );
  });
});
