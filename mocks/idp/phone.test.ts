import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScanAnswer } from '../core/phone-protocol.ts';
import { createIdpKeys } from './main-config.ts';
import type { IdpKeys } from './state.ts';
import {
  alice,
  bob,
  enrolPhone,
  host,
  makeIdp,
  makeRequest,
  openBrowser,
  post,
  readPage,
  redirectUrl,
  start,
} from './test-world.ts';

const launch = '/saml/launch/aws-identity-center';
let keys: IdpKeys;
beforeAll(async () => {
  keys = await createIdpKeys(start);
});

/** Alice's browser is on the login page; her phone is enrolled. */
async function makeWorld(path = launch) {
  const world = makeIdp(keys);
  const browser = openBrowser(world.idp);
  const phone = await enrolPhone(world, alice);
  const page = readPage((await browser.follow(path)).text);
  const status = async (): Promise<string> =>
    (await (await browser.visit(`/login/status?id=${page.id}`)).json()).state;
  const end = async () => readPage((await browser.follow(`/login/complete?id=${page.id}`)).text);
  const scan = async (): Promise<ScanAnswer> => (await phone.scan(page.qr)).body;
  return { ...world, browser, phone, page, status, end, scan };
}

describe('enrolling a phone', () => {
  it('takes a code once, within ten minutes', async () => {
    const { idp, client, clock } = makeIdp(keys);
    const { publicKey } = await generateKeyPair('ES256');
    const publicKeyJwk = await exportJWK(publicKey);
    const code = await client.createEnrolmentCode(alice);
    const enrol = (one: string) => post(idp, '/phone/enrol', { code: one, publicKeyJwk, device: 'Phone' });
    expect((await enrol(code)).status).toBe(200);
    expect(await enrol(code)).toMatchObject({ status: 404, body: { code: 'code-unknown' } });
    const late = await client.createEnrolmentCode(alice);
    clock.setOffset(600_000);
    expect(await enrol(late)).toMatchObject({ status: 404, body: { code: 'code-unknown' } });
    await expect(client.createEnrolmentCode('nobody@example.com')).rejects.toThrow(/404/);
  });

  it('never takes a private key, or another kind of key', async () => {
    const { idp, client } = makeIdp(keys);
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    for (const publicKeyJwk of [jwk, { kty: 'RSA', n: 'AQAB', e: 'AQAB' }, {}]) {
      const code = await client.createEnrolmentCode(alice);
      const answer = await post(idp, '/phone/enrol', { code, publicKeyJwk, device: 'Phone' });
      expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
    }
    expect(await client.devices()).toEqual([]);
  });
});

describe('scanning a code', () => {
  it('shows who asks, where, for whom, and three numbers of which the page shows one', async () => {
    const { phone, page, status } = await makeWorld();
    expect(page.qr).toMatch(/^https:\/\/acme\.1kosmos\.net\/qr\?s=[\w-]{43}&c=[\w-]{43}$/);
    const { status: answered, body } = await phone.scan(page.qr);
    expect(answered).toBe(200);
    expect(body).toMatchObject({ application: 'AWS IAM Identity Center', origin: host, userName: alice });
    expect(body.expiresAt).toBe(new Date(start + 120_000).toISOString());
    expect(new Set(body.numbers).size).toBe(3);
    expect(body.numbers).toContain(page.number);
    expect(body).not.toHaveProperty('number');
    expect(await status()).toBe('scanned');
  });

  it('refuses the same code a second time, and the login goes on', async () => {
    const { phone, page, scan, status } = await makeWorld();
    const first = await scan();
    expect(await phone.scan(page.qr)).toMatchObject({ status: 409, body: { code: 'qr-used' } });
    expect(await phone.answer(first, page.number)).toMatchObject({ status: 200, code: 'approved' });
    expect(await status()).toBe('approved');
  });

  it('refuses a code that has expired, or that a reload replaced', async () => {
    const { phone, page, clock, browser, status, end } = await makeWorld();
    const reloaded = readPage((await browser.follow(`/login?id=${page.id}`)).text);
    expect(reloaded.qr).not.toBe(page.qr);
    expect(await phone.scan(page.qr)).toMatchObject({ status: 410, body: { code: 'qr-expired' } });
    clock.setOffset(120_000);
    expect(await phone.scan(reloaded.qr)).toMatchObject({ status: 410, body: { code: 'qr-expired' } });
    expect(await status()).toBe('expired');
    expect(await end()).toMatchObject({ refusal: 'expired', retry: `/login?id=${page.id}` });
  });

  it.each(['no link', 'https://evil.example/qr?s=a&c=b', `${host}/qr?s=a&c=b`, `${host}/other?s=a&c=b`])(
    'does not know the code %s',
    async (qr) => {
      const { phone, status } = await makeWorld();
      expect(await phone.scan(qr)).toMatchObject({ status: 404, body: { code: 'qr-unknown' } });
      expect(await status()).toBe('waiting');
    },
  );

  it('refuses a challenge under the session of another login', async () => {
    const { phone, page, idp } = await makeWorld();
    const other = readPage((await openBrowser(idp).follow(launch)).text);
    const mixed = page.qr?.replace(page.id ?? '', other.id ?? '');
    expect(await phone.scan(mixed)).toMatchObject({ status: 403, body: { code: 'qr-other-session' } });
  });

  it.each([
    ['that was never enrolled', undefined, 'not-enrolled'],
    ['that is not known', 'someone', 'device-unknown'],
  ])('refuses a phone %s, and the page says so', async (_, deviceId, code) => {
    const { idp, page, status, end } = await makeWorld();
    const answer = await post(idp, '/phone/scan', { qr: page.qr, deviceId });
    expect(answer).toMatchObject({ status: 403, body: { code } });
    expect(await status()).toBe('failed');
    expect((await end()).refusal).toBe('not-enrolled');
  });

  it('refuses the phone of a person who was switched off', async () => {
    const { phone, page, client } = await makeWorld();
    await client.putUser({ email: alice, enabled: false });
    expect(await phone.scan(page.qr)).toMatchObject({ status: 403, body: { code: 'not-enrolled' } });
  });

  it('refuses another person’s phone when the application names whom it expects', async () => {
    const world = await makeWorld(redirectUrl(makeRequest(), `&login_hint=${encodeURIComponent(alice)}`));
    const phone = await enrolPhone(world, bob);
    expect(await phone.scan(world.page.qr)).toMatchObject({ status: 403, body: { code: 'user-other' } });
    expect((await world.end()).refusal).toBe('other-person');
  });

  it('takes a hint in other letter case for the same person', async () => {
    const { phone, page } = await makeWorld(
      redirectUrl(makeRequest(), '&login_hint=Alice.Wong%40Example.com'),
    );
    expect((await phone.scan(page.qr)).status).toBe(200);
  });

  it.each(['{', '{}', 'x'.repeat(20_000)])('refuses a body that is none: %.10s', async (body) => {
    const { idp } = await makeWorld();
    expect(await post(idp, '/phone/scan', body)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

describe('answering', () => {
  it.each(['touch-id', 'face-id', 'live-id'] as const)('takes an approval by %s', async (biometric) => {
    const { phone, page, scan, status } = await makeWorld();
    const liveness = biometric === 'live-id' ? 'passed' : 'not-checked';
    expect(await phone.answer(await scan(), page.number, { biometric, liveness })).toMatchObject({
      status: 200,
      code: 'approved',
    });
    expect(await status()).toBe('approved');
  });

  it('takes a denial, and the page offers a new code', async () => {
    const { phone, scan, status, end, page } = await makeWorld();
    const denial = { decision: 'deny', biometric: undefined } as const;
    expect(await phone.answer(await scan(), undefined, denial)).toMatchObject({
      status: 200,
      code: 'denied',
    });
    expect(await status()).toBe('denied');
    expect(await end()).toMatchObject({ refusal: 'denied', retry: `/login?id=${page.id}` });
  });

  it.each([
    ['challenge-altered', { challenge: 'another' }, 'unverified'],
    ['challenge-altered', { origin: 'https://acme.1kosmos.evil' }, 'unverified'],
    ['user-other', { userName: bob }, 'other-person'],
    ['number-mismatch', { number: '00' }, 'number'],
    ['number-mismatch', { number: undefined }, 'number'],
    ['biometric-failed', { matched: false }, 'biometric'],
    ['biometric-failed', { biometric: undefined }, 'biometric'],
    ['liveness-failed', { biometric: 'live-id', liveness: 'failed' }, 'liveness'],
    ['liveness-failed', { biometric: 'live-id', liveness: 'not-checked' }, 'liveness'],
  ] as const)('refuses with %s: %o', async (code, change, refusal) => {
    const { phone, page, scan, status, end } = await makeWorld();
    const scanned = await scan();
    expect(await phone.answer(scanned, page.number, change)).toMatchObject({ status: 403, code });
    expect(await status()).toBe('failed');
    const ended = await end();
    expect(ended.refusal).toBe(refusal);
    expect(ended.retry).toBe(`/login?id=${page.id}`);
    // The code is spent: the right answer comes too late.
    expect(await phone.answer(scanned, page.number)).toMatchObject({ status: 409, code: 'already-answered' });
    expect((await end()).samlResponse).toBeUndefined();
  });

  it('refuses an answer for the session of another login', async () => {
    const { phone, page, scan, idp } = await makeWorld();
    const other = readPage((await openBrowser(idp).follow(launch)).text);
    const answer = await phone.answer(await scan(), page.number, { session: other.id ?? '' });
    expect(answer).toMatchObject({ status: 403, code: 'qr-other-session' });
  });

  it('refuses a signature that is not the device’s', async () => {
    const { phone, page, scan, end } = await makeWorld();
    const scanned = await scan();
    const payload = { ...scanned, decision: 'approve', biometric: 'touch-id', number: page.number, iat: 1 };
    const jws = await phone.sign(payload);
    const [header, , signature] = jws.split('.');
    const changed = Buffer.from(JSON.stringify({ ...payload, iat: 2 })).toString('base64url');
    expect(await phone.send(`${header}.${changed}.${signature}`)).toMatchObject({
      status: 403,
      code: 'signature-bad',
    });
    expect((await end()).refusal).toBe('unverified');
  });

  it('refuses an unsigned answer', async () => {
    const { phone, page, scan } = await makeWorld();
    const payload = {
      ...(await scan()),
      decision: 'approve',
      biometric: 'touch-id',
      number: page.number,
      iat: 1,
    };
    const parts = [{ alg: 'none', kid: phone.deviceId }, payload].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    expect(await phone.send(`${parts.join('.')}.`)).toMatchObject({ status: 403, code: 'signature-bad' });
  });

  it('refuses a device that did not scan, and one that is gone', async () => {
    const world = await makeWorld();
    const other = await enrolPhone(world, bob);
    const scanned = await world.scan();
    expect(await other.answer({ ...scanned, userName: bob }, world.page.number)).toMatchObject({
      status: 403,
      code: 'user-other',
    });
    const fresh = await makeWorld();
    const open = await fresh.scan();
    expect(await fresh.client.deleteDevices(alice)).toEqual({ removed: 1 });
    expect(await fresh.phone.answer(open, fresh.page.number)).toMatchObject({
      status: 403,
      code: 'device-unknown',
    });
  });

  it('refuses a biometric that the phone has not set up', async () => {
    const world = await makeWorld();
    const phone = await enrolPhone(world, alice, ['touch-id']);
    const { body } = await phone.scan(world.page.qr);
    expect(await phone.answer(body, world.page.number, { biometric: 'face-id' })).toMatchObject({
      status: 403,
      code: 'not-enrolled',
    });
  });

  it('refuses the same approval again, and the login stays approved', async () => {
    const { phone, page, scan, status } = await makeWorld();
    const scanned = await scan();
    const jws = await phone.sign({
      ...scanned,
      decision: 'approve',
      biometric: 'touch-id',
      number: page.number,
      iat: 1,
    });
    expect(await phone.send(jws)).toMatchObject({ status: 200, code: 'approved' });
    expect(await phone.send(jws)).toMatchObject({ status: 409, code: 'already-answered' });
    expect(await status()).toBe('approved');
  });

  it('refuses an answer that comes too late, or to no login at all', async () => {
    const { phone, page, scan, clock, end } = await makeWorld();
    const scanned = await scan();
    clock.setOffset(120_000);
    expect(await phone.answer(scanned, page.number)).toMatchObject({ status: 410, code: 'qr-expired' });
    expect((await end()).refusal).toBe('expired');
    const nowhere = { ...scanned, session: 'none', challenge: 'none' };
    expect(await phone.answer(nowhere, page.number)).toMatchObject({ status: 404, code: 'qr-unknown' });
    expect(await phone.send('rubbish')).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('ends a login after five wrong answers, for good', async () => {
    const { phone, browser, page, end, client } = await makeWorld();
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      const shown = readPage((await browser.follow(`/login?id=${page.id}`)).text);
      const { body } = await phone.scan(shown.qr);
      expect(await phone.answer(body, '00')).toMatchObject({ code: 'number-mismatch' });
    }
    expect(await end()).toMatchObject({ refusal: 'too-many-attempts', retry: undefined });
    const again = await browser.follow(`/login?id=${page.id}`);
    expect(again.status).toBe(429);
    expect(readPage(again.text)).toMatchObject({ refusal: 'too-many-attempts', qr: undefined });
    const [record] = await client.logins();
    expect(record).toMatchObject({ wrongAnswers: 5, state: 'failed' });
    expect(await phone.scan(record?.codes.at(-1)?.qr)).toMatchObject({
      status: 429,
      body: { code: 'too-many-attempts' },
    });
  });

  it('gives a relayed code away: the victim’s page shows another number', async () => {
    const { phone, page, idp, end, status } = await makeWorld();
    const attacker = openBrowser(idp);
    const relayed = readPage((await attacker.follow(launch)).text);
    expect(relayed.number).not.toBe(page.number);
    const { body } = await phone.scan(relayed.qr);
    expect(await phone.answer(body, page.number)).toMatchObject({ status: 403, code: 'number-mismatch' });
    expect(
      readPage((await attacker.follow(`/login/complete?id=${relayed.id}`)).text).samlResponse,
    ).toBeUndefined();
    expect(await status()).toBe('waiting');
    expect((await end()).samlResponse).toBeUndefined();
  });
});

it('keeps devices over a restart and forgets logins; a reset forgets both', async () => {
  const { phone, page, client, browser } = await makeWorld();
  await client.restart();
  expect(await phone.scan(page.qr)).toMatchObject({ status: 404, body: { code: 'qr-unknown' } });
  expect((await browser.follow(`/login?id=${page.id}`)).status).toBe(410);
  expect(await client.devices()).toHaveLength(1);
  await client.putUser({ email: 'new@example.com' });
  await client.reset();
  expect(await client.devices()).toEqual([]);
  expect((await client.users()).map(({ email }) => email)).toEqual([alice, bob]);
});
