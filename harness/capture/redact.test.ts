import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import { createRedactor } from './redact.ts';

const exchange: Exchange = {
  index: 0,
  startedAt: '2026-11-21T08:00:00.000Z',
  durationMs: 1,
  method: 'POST',
  url: 'https://portal.example/start/handoff?code=one-time&tab=2',
  requestHeaders: [
    { name: 'cookie', value: '__Host-session=sesame; theme=dark' },
    { name: 'authorization', value: 'Bearer sesame' },
    { name: 'referer', value: 'https://portal.example/a?code=one-time' },
  ],
  requestBody: 'password=hunter2&SAMLResponse=PHNhbWw%2B&RelayState=kept',
  status: 303,
  responseHeaders: [
    { name: 'set-cookie', value: '__Host-session=sesame; Secure; HttpOnly; SameSite=None; Path=/' },
    { name: 'location', value: '/start?token=sesame' },
  ],
  responseBody: '<form><input type="hidden" name="SAMLResponse" value="PHNhbWw+"></form>',
  resource: 'document',
  tls: true,
};

test('no secret is left anywhere in an exchange', () => {
  const text = JSON.stringify(createRedactor('salt').exchange(exchange));
  for (const secret of ['sesame', 'hunter2', 'one-time', 'PHNhbWw', 'dark'])
    expect(text, secret).not.toContain(secret);
});

test('what a check needs stays: cookie names, attributes, field names, RelayState, harmless query', () => {
  const text = JSON.stringify(createRedactor('salt').exchange(exchange));
  for (const kept of [
    '__Host-session=masked-',
    '; Secure; HttpOnly; SameSite=None',
    'RelayState=kept',
    'tab=2',
  ])
    expect(text, kept).toContain(kept);
});

test('the same cookie is told from a new one by its mask', () => {
  const redactor = createRedactor('salt');
  const maskOf = (value: string) => redactor.headers([{ name: 'cookie', value: `id=${value}` }])[0]?.value;
  expect(maskOf('one')).toBe(maskOf('one'));
  expect(maskOf('one')).not.toBe(maskOf('two'));
});

test('another journey masks the same value otherwise', () => {
  const header = [{ name: 'cookie', value: 'id=one' }];
  expect(createRedactor('a').headers(header)).not.toEqual(createRedactor('b').headers(header));
});

test.each([
  ['{"password":"hunter2","user":"alice"}', '"user":"alice"'],
  ['{"access_token" : "hunter2","code":"approved"}', '"code":"approved"'],
  ['{"SecretAccessKey":"hunter2","SessionToken":"hunter2 \\" hunter2"}', '"SessionToken":"masked-'],
])('a secret in JSON is masked, and only the secret: %s', (responseBody, kept) => {
  const text = createRedactor('salt').exchange({ ...exchange, responseBody }).responseBody;
  expect(text).not.toContain('hunter2');
  expect(text).toContain(kept);
});

test('a message of a logout in an address is told from that of a login', () => {
  const urlWith = (xml: string) =>
    createRedactor('salt').exchange({
      ...exchange,
      url: `https://sp.example/slo?SAMLResponse=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}&a=b`,
    }).url;
  expect(urlWith('<samlp:LogoutResponse xmlns:samlp="x"/>')).toBe(
    'https://sp.example/slo?SAMLResponse=logout-message&a=b',
  );
  expect(urlWith('<samlp:Response xmlns:samlp="x"/>')).toBe(
    'https://sp.example/slo?SAMLResponse=kept-as-artifact&a=b',
  );
});
