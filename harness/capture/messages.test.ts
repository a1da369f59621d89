import { expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import { findRequest, findResponse } from './messages.ts';

function exchange(part: Partial<Exchange> & Pick<Exchange, 'index' | 'url'>): Exchange {
  return {
    startedAt: '2026-11-21T08:00:00.000Z',
    durationMs: 1,
    method: 'GET',
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    resource: 'document',
    tls: true,
    ...part,
  };
}

const sso = 'https://idp.example/sso?SAMLRequest=fZ%2BA%2Bb&RelayState=a%20b&SigAlg=x';
const login = exchange({
  index: 0,
  url: 'https://sp.example/login',
  status: 303,
  responseHeaders: [{ name: 'location', value: sso }],
});
const asked = exchange({ index: 1, url: sso });
const posted = exchange({
  index: 2,
  url: 'https://sp.example/acs',
  method: 'POST',
  requestHeaders: [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }],
  requestBody: 'SAMLResponse=PHNh%2BbWw%3D&RelayState=a+b&SAMLResponse=other',
});

test('an AuthnRequest on a redirect is found with the query exactly as sent and the redirect that carried it', () => {
  const found = findRequest([login, asked, posted]);
  expect(found?.raw).toBe('fZ+A+b');
  expect(found?.delivery).toMatchObject({
    binding: 'HTTP-Redirect',
    url: sso,
    relayState: 'a b',
    fields: ['SAMLRequest', 'RelayState', 'SigAlg'],
    carriedBy: { status: 303 },
  });
});

test('a posted Response is found with its RelayState decoded and repeated fields repeated', () => {
  const found = findResponse([login, asked, posted]);
  expect(found?.raw).toBe('PHNh+bWw=');
  expect(found?.delivery).toMatchObject({
    binding: 'HTTP-POST',
    relayState: 'a b',
    fields: ['SAMLResponse', 'RelayState', 'SAMLResponse'],
  });
});

test('a Response in a query string is found, and its binding is not called POST', () => {
  const leaked = exchange({ index: 0, url: 'https://sp.example/acs?SAMLResponse=PHNh' });
  expect(findResponse([leaked])?.delivery.binding).toBe('HTTP-Redirect');
});

test('of several responses the first counts: later ones are replays', () => {
  const again = exchange({ ...posted, index: 3, requestBody: 'SAMLResponse=later' });
  expect(findResponse([posted, again])?.raw).toBe('PHNh+bWw=');
});

test('traffic without messages gives none', () => {
  expect(findRequest([login])).toBeUndefined();
  expect(findResponse([login, asked])).toBeUndefined();
});
