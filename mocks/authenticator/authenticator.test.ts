import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PhonePlan } from '../../harness/model/phone.ts';
import { createIdpKeys } from '../idp/main-config.ts';
import type { IdpKeys } from '../idp/state.ts';
import { alice, bob, start } from '../idp/test-world.ts';
import { application, honest, host, makeWorld, openLogin, photograph } from './testing/world.ts';

let keys: IdpKeys;
beforeAll(async () => {
  keys = await createIdpKeys(start);
});

describe('enrolling', () => {
  it('makes an ES256 key of its own for each person and gives only the public half away', async () => {
    const { phone, sent } = await makeWorld(keys, [alice, bob]);
    const devices = await phone.devices();
    expect(devices.map((one) => one.userName)).toEqual([alice, bob]);
    expect(devices[0]?.publicKeyJwk).toMatchObject({ kty: 'EC', crv: 'P-256' });
    expect(devices[0]?.publicKeyJwk).not.toEqual(devices[1]?.publicKeyJwk);
    expect(JSON.stringify(devices)).not.toContain('"d":');
    expect(await sent[0]?.text()).not.toContain('"d":');
  });

  it('says why when the code is not valid', async () => {
    const { phone } = await makeWorld(keys, []);
    await expect(phone.enrol(alice, 'wrong')).rejects.toThrow(/This enrolment code is not valid/);
    expect(await phone.devices()).toEqual([]);
  });

  it('keeps its keys over a restart, and forgets them on reset', async () => {
    const world = await makeWorld(keys);
    await world.control.send('POST', '/restart');
    expect(await world.phone.devices()).toHaveLength(1);
    await world.control.send('POST', '/reset');
    expect(await world.phone.devices()).toEqual([]);
  });
});

describe('scanning', () => {
  it('reads the code from the screenshot and shows who asks', async () => {
    const world = await makeWorld(keys);
    const { page, screenshot, state } = await openLogin(world);
    const scan = await world.phone.scan(alice, screenshot);
    expect(scan).toMatchObject({
      qr: page.qr,
      status: 200,
      code: 'scanned',
      shown: { application: 'AWS IAM Identity Center', origin: host, userName: alice },
    });
    expect(scan.numbers).toHaveLength(3);
    expect(scan.numbers).toContain(page.number);
    expect(Date.parse(scan.expiresAt ?? '')).toBe(start + 120_000);
    expect(await state()).toEqual({ state: 'scanned' });
  });

  it('hands on how the provider refuses', async () => {
    const world = await makeWorld(keys);
    const { screenshot } = await openLogin(world);
    await world.phone.scan(alice, screenshot);
    expect(await world.phone.scan(alice, screenshot)).toMatchObject({
      status: 409,
      code: 'qr-used',
      numbers: [],
    });
    const late = await openLogin(world);
    world.clock.setOffset(180_000);
    expect(await world.phone.scan(alice, late.screenshot)).toMatchObject({ status: 410, code: 'qr-expired' });
  });

  it('asks the provider also for a person whose phone is not enrolled', async () => {
    const world = await makeWorld(keys);
    await world.phone.removeDevice(alice);
    const { screenshot, state } = await openLogin(world);
    expect(await world.phone.scan(alice, screenshot)).toMatchObject({ status: 403, code: 'not-enrolled' });
    expect(await state()).toEqual({ state: 'failed' });
  });

  it('asks only its own organisation, whatever address the code names', async () => {
    const world = await makeWorld(keys);
    const scan = await world.phone.scan(alice, photograph('https://evil.example/qr?s=1&c=2'));
    expect(scan).toMatchObject({ status: 404, code: 'qr-unknown' });
    expect(new Set(world.sent.map(({ url }) => new URL(url).origin))).toEqual(new Set([host]));
  });

  it('says so when there is no code on the screenshot', async () => {
    const { phone } = await makeWorld(keys);
    await expect(phone.scan(alice, Buffer.from('no picture'))).rejects.toThrow(/not a PNG/);
  });
});

describe('answering', () => {
  /** One login answered as planned; the number is the page's own, or another of the three. */
  async function answer(change: Partial<PhonePlan>) {
    const world = await makeWorld(keys, [alice, bob]);
    const login = await openLogin(world);
    const plan = { ...honest, ...change };
    const scan = await world.phone.scan(plan.owner, login.screenshot);
    const other = scan.numbers.find((one) => one !== login.page.number);
    const number = plan.number === 'other' ? other : login.page.number;
    const { answer, verdict } = await world.phone.answer(plan.owner, plan, number);
    return { world, answer, verdict, state: (await login.state()).state, login };
  }

  it.each<PhonePlan['biometric']>(['touch-id', 'face-id', 'live-id'])(
    'approves with %s',
    async (biometric) => {
      const { answer: made, verdict, state } = await answer({ biometric });
      expect(verdict).toMatchObject({ status: 200, code: 'approved' });
      expect(made).toMatchObject({
        decision: 'approve',
        biometric,
        liveness: biometric === 'live-id' ? 'passed' : 'not-checked',
        sentAt: new Date(start).toISOString(),
      });
      expect(state).toBe('approved');
    },
  );

  it('signs challenge, origin and user with the enrolled key', async () => {
    const { answer: made, login } = await answer({});
    const key = await importJWK({ ...made.enrolledKey }, 'ES256');
    const { payload } = await compactVerify(made.jws ?? '', key);
    expect(decodeProtectedHeader(made.jws ?? '').alg).toBe('ES256');
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      session: login.page.id,
      challenge: new URL(login.page.qr ?? '').searchParams.get('c'),
      origin: host,
      userName: alice,
      decision: 'approve',
      biometric: 'touch-id',
      liveness: 'not-checked',
      matched: true,
      number: login.page.number,
      iat: start / 1000,
    });
  });

  it.each<[string, Partial<PhonePlan>, string, string]>([
    ['a denial', { outcome: 'deny' }, 'denied', 'denied'],
    ['a finger that does not match', { outcome: 'no-match' }, 'biometric-failed', 'failed'],
    ['no living face', { outcome: 'liveness-failed', biometric: 'live-id' }, 'liveness-failed', 'failed'],
    ['another number', { number: 'other' }, 'number-mismatch', 'failed'],
    ['a spoilt signature', { tamper: 'signature' }, 'signature-bad', 'failed'],
    ['another challenge', { tamper: 'challenge' }, 'challenge-altered', 'failed'],
    ['another user', { tamper: 'user' }, 'user-other', 'failed'],
    ['another origin', { tamper: 'origin' }, 'challenge-altered', 'failed'],
  ])('sends %s, and the provider does not log in', async (_title, change, code, state) => {
    const result = await answer(change);
    expect(result.verdict.code).toBe(code);
    expect(result.state).toBe(state);
  });

  it('sends nothing when its owner does not answer', async () => {
    const { world, answer: made, verdict, state } = await answer({ outcome: 'none' });
    expect(made).toMatchObject({ decision: 'none' });
    expect(made).not.toHaveProperty('jws');
    expect(verdict).toMatchObject({ status: 0, code: 'none' });
    expect(state).toBe('scanned');
    expect(world.sent.filter(({ url }) => url.endsWith('/phone/answer'))).toEqual([]);
  });

  it('is refused when another person’s phone signs', async () => {
    const world = await makeWorld(keys, [alice, bob]);
    const { screenshot, page, state } = await openLogin(world);
    const body = { userName: alice, screenshot: Buffer.from(screenshot).toString('base64') };
    const { scanId } = await world.control.send<{ scanId: string }>('POST', '/scan', body);
    const request = { scanId, outcome: 'approve', biometric: 'touch-id', number: page.number, device: bob };
    expect(await world.control.send('POST', '/answer', request)).toMatchObject({
      verdict: { status: 403, code: 'user-other' },
    });
    expect(await state()).toEqual({ state: 'failed' });
  });

  it('is refused when the same approval comes a second time', async () => {
    const { world } = await answer({});
    expect(await world.phone.repeat(alice)).toEqual({ status: 409, code: 'already-answered' });
  });

  it('answers the first scan when a second one was refused', async () => {
    const world = await makeWorld(keys);
    const { screenshot, page } = await openLogin(world);
    await world.phone.scan(alice, screenshot);
    await world.phone.scan(alice, screenshot);
    const { verdict } = await world.phone.answer(alice, honest, page.number);
    expect(verdict.code).toBe('approved');
  });

  it('refuses to answer what was never scanned, or not taken', async () => {
    const { control } = await makeWorld(keys);
    const request = { scanId: 'none', outcome: 'approve', biometric: 'touch-id' };
    await expect(control.send('POST', '/answer', request)).rejects.toThrow(/There is no such scan/);
    await expect(control.send('POST', '/answer', { ...request, outcome: 'maybe' })).rejects.toThrow(
      /outcome/,
    );
  });

  it('leads to a response at the application', async () => {
    const { login } = await answer({});
    const { text } = await login.browser.follow(`/login/complete?id=${login.page.id}`);
    expect(application).toBe('aws-identity-center');
    expect(text).toContain('name="SAMLResponse"');
  });
});
