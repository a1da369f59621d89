import { createHmac } from 'node:crypto';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it } from 'vitest';
import { createControlClient } from '../core/control-client.ts';
import { mount } from '../core/mount.ts';
import type { KosmosApiConfig } from './config.ts';
import { createKosmosApi } from './double.ts';
import { kosmosApiHandlers } from './msw.ts';

const start = Date.UTC(2026, 2, 14, 9, 26, 53);
const apiKey = 'key_of_the_tests';
const callbackSecret = 'secret_of_the_tests';
const kept: AsyncDisposable[] = [];

afterEach(async () => {
  for (const one of kept.splice(0)) await one[Symbol.asyncDispose]();
});

/** The service mounted on loopback, and calls to it. */
async function open(config: KosmosApiConfig = {}, now: () => number = () => start) {
  const double = createKosmosApi({ apiKey, callbackSecret, users: ['bid_bob'], ...config }, { now });
  const mounted = await mount(double);
  kept.push(mounted);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    key: string | null = `Bearer ${apiKey}`,
  ) => {
    const answer = await fetch(mounted.url + path, {
      method,
      headers: { ...(key === null ? {} : { authorization: key }), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, headers: answer.headers, body: read(text) };
  };
  return { call, control: createControlClient(mounted.controlUrl) };
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the service answers is then compared
function read(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const stepUp = { user_id: 'bid_bob', reason_code: 'high_value_transaction', timeout_seconds: 300 };
const session = {
  document_types: ['drivers_license', 'passport'],
  liveness_mode: 'active',
  callback_url: 'https://api.acme.example/idv-callback',
  metadata: { cognito_username: 'bob' },
};

describe('a step-up challenge', () => {
  it('is pending until the phone answers, then has that result for good', async () => {
    const { call, control } = await open();
    const { status, body } = await call('POST', '/v1/auth/stepup', stepUp);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'pending', expires_at: '2026-03-14T09:31:53.000Z' });
    expect(body.challenge_url).not.toContain(body.challenge_id);
    const result = () => call('GET', `/v1/auth/stepup/${body.challenge_id}/result`);
    expect((await result()).body).toMatchObject({
      status: 'pending',
      match_result: null,
      liveness_verified: null,
    });
    await control.send('POST', `/challenges/${body.challenge_id}/decision`, { match: true, liveness: false });
    expect((await result()).body).toMatchObject({
      user_id: 'bid_bob',
      status: 'completed',
      match_result: true,
      liveness_verified: false,
    });
    await expect(control.send('POST', `/challenges/${body.challenge_id}/decision`, {})).rejects.toThrow(
      /409/,
    );
  });

  it('never matches somebody else', async () => {
    const { call, control } = await open();
    const { body } = await call('POST', '/v1/auth/stepup', stepUp);
    await control.send('POST', `/challenges/${body.challenge_id}/decision`, { by: 'bid_mallory' });
    const result = await call('GET', `/v1/auth/stepup/${body.challenge_id}/result`);
    expect(result.body.match_result).toBe(false);
  });

  it('expires after the time that was asked for, and takes no answer then', async () => {
    let now = start;
    const { call, control } = await open({}, () => now);
    const { body } = await call('POST', '/v1/auth/stepup', stepUp);
    now = start + 299_999;
    expect((await call('GET', `/v1/auth/stepup/${body.challenge_id}/result`)).body.status).toBe('pending');
    now = start + 300_000;
    expect((await call('GET', `/v1/auth/stepup/${body.challenge_id}/result`)).body.status).toBe('expired');
    await expect(control.send('POST', `/challenges/${body.challenge_id}/decision`, {})).rejects.toThrow(
      /409/,
    );
  });

  it.each([
    ['nobody', { ...stepUp, user_id: null }, 400, 'invalid_request'],
    ['somebody unknown', { ...stepUp, user_id: 'bid_eve' }, 404, 'user_not_found'],
    ['longer than 300 s', { ...stepUp, timeout_seconds: 301 }, 400, 'invalid_request'],
    ['no reason', { ...stepUp, reason_code: undefined }, 400, 'invalid_request'],
  ])('is refused for %s', async (_what, body, status, code) => {
    const { call } = await open();
    expect(await call('POST', '/v1/auth/stepup', body)).toMatchObject({ status, body: { code } });
  });

  it('that nobody started has no result', async () => {
    const { call } = await open();
    expect(await call('GET', '/v1/auth/stepup/chl_none/result')).toMatchObject({ status: 404 });
  });
});

describe('a proofing session', () => {
  it('tells its end once, signed, to the address that it was given', async () => {
    const { call, control } = await open();
    const { status, body } = await call('POST', '/v1/verify/sessions', session);
    expect(status).toBe(201);
    const finish = () =>
      control.send<{ callback: { url: string; headers: Record<string, string>; body: string } }>(
        'POST',
        `/sessions/${body.session_id}/finish`,
        { outcome: 'verified' },
      );
    const { callback } = await finish();
    expect(callback.url).toBe(session.callback_url);
    const said = read(callback.body);
    expect(said).toMatchObject({
      session_id: body.session_id,
      status: 'verified',
      metadata: session.metadata,
    });
    const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(callback.headers['x-1kosmos-signature'] ?? '') ?? [];
    expect(v1).toBe(createHmac('sha256', callbackSecret).update(`${t}.${callback.body}`).digest('hex'));
    // The person who was verified can be asked for a LiveID from now on.
    const asked = await call('POST', '/v1/auth/stepup', { ...stepUp, user_id: said.user_id });
    expect(asked.status).toBe(201);
    await expect(finish()).rejects.toThrow(/409/);
  });

  it('that fails names nobody', async () => {
    const { call, control } = await open();
    const { body } = await call('POST', '/v1/verify/sessions', session);
    const { callback } = await control.send<{ callback: { body: string } }>(
      'POST',
      `/sessions/${body.session_id}/finish`,
      { outcome: 'failed' },
    );
    expect(read(callback.body)).not.toHaveProperty('user_id');
  });

  it.each([
    ['no document', { ...session, document_types: [] }],
    ['an unknown liveness', { ...session, liveness_mode: 'none' }],
    ['a callback without TLS', { ...session, callback_url: 'http://api.acme.example/idv-callback' }],
  ])('is refused with %s', async (_what, body) => {
    const { call } = await open();
    expect(await call('POST', '/v1/verify/sessions', body)).toMatchObject({ status: 400 });
  });
});

describe('the service', () => {
  it.each([
    ['another key', 'Bearer other'],
    ['another scheme', `Basic ${apiKey}`],
    ['no key', null],
  ])('refuses %s, and writes no key into its log', async (_what, key) => {
    const { call, control } = await open();
    expect((await call('POST', '/v1/auth/stepup', stepUp, key)).status).toBe(401);
    expect(await control.get('/challenges')).toEqual([]);
    const calls = await control.get('/calls');
    expect(calls).toMatchObject([{ operation: 'start-step-up', status: 401 }]);
    expect(JSON.stringify(calls)).not.toContain(apiKey);
  });

  it.each([
    ['down', 503],
    ['unauthorized', 401],
    ['throttled', 429],
    ['malformed', 200],
    ['incomplete', 200],
  ])('can be %s for some calls, and is up again', async (mode, status) => {
    const { call, control } = await open();
    await control.send('PUT', '/mode', { mode, on: ['start-step-up'], times: 1 });
    const bad = await call('POST', '/v1/auth/stepup', stepUp);
    expect(bad.status).toBe(status);
    expect(bad.body?.challenge_id).toBeUndefined();
    expect((await call('POST', '/v1/auth/stepup', stepUp)).status).toBe(201);
  });

  it('can be slow, and does its work all the same', async () => {
    const { call, control } = await open();
    await control.send('PUT', '/mode', { mode: 'slow', delayMs: 200 });
    const begun = performance.now();
    expect((await call('POST', '/v1/auth/stepup', stepUp)).status).toBe(201);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(190);
    expect(await control.get('/challenges')).toHaveLength(1);
  });

  it('answers 501 to what it does not have', async () => {
    const { call, control } = await open();
    expect((await call('GET', '/v2/anything')).status).toBe(501);
    expect(await control.get('/events')).toMatchObject([{ type: 'unknown-request' }]);
  });

  it('serves functions of the same process through msw', async () => {
    const server = setupServer(...kosmosApiHandlers(createKosmosApi({ apiKey, users: ['bid_bob'] })));
    server.listen();
    try {
      const answer = await fetch('https://acme.1kosmos.net/v1/auth/stepup', {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}` },
        body: JSON.stringify(stepUp),
      });
      expect(answer.status).toBe(201);
      expect(await answer.json()).toHaveProperty('challenge_id');
    } finally {
      server.close();
    }
  });
});
