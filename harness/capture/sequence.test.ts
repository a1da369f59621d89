import { expect, test } from 'vitest';
import type { Exchange } from '../model/evidence.ts';
import { buildSequence } from './sequence.ts';

function visit(startedAt: string, durationMs: number, path: string, location?: string): Exchange {
  return {
    index: 0,
    startedAt: `2030-01-31T09:00:0${startedAt}Z`,
    durationMs,
    method: 'GET',
    url: `https://idp.example.com${path}`,
    requestHeaders: [],
    status: location === undefined ? 200 : 303,
    responseHeaders: location === undefined ? [] : [{ name: 'location', value: location }],
    resource: 'document',
    tls: true,
  };
}

const labels = (exchanges: readonly Exchange[]) =>
  buildSequence(exchanges, []).map(({ label, detail }) => `${label} ${detail}`);

test('a redirect stands before the visit that follows from it, even when its body ended later', () => {
  const exchanges = [visit('0.000', 110, '/launch', '/login'), visit('0.100', 50, '/login')];
  expect(labels(exchanges)).toEqual([
    'Open GET https://idp.example.com/launch',
    'Redirect 303 → /login',
    'Open GET https://idp.example.com/login',
    'Page 200',
  ]);
});

test('an answer never stands before its request, whatever order a file has them in', () => {
  const exchanges = [visit('5.000', 10, '/second'), visit('1.000', 10, '/first')];
  expect(labels(exchanges)).toEqual([
    'Open GET https://idp.example.com/first',
    'Page 200',
    'Open GET https://idp.example.com/second',
    'Page 200',
  ]);
});
