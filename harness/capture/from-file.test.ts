import { describe, expect, test } from 'vitest';
import { evidenceFromFile } from './from-file.ts';
import type { Surroundings } from './surroundings.ts';

const now = { instant: '2026-11-21T08:00:00.000Z', given: false };
const bytes = (text: string) => new TextEncoder().encode(text);
const bundle = JSON.stringify({
  schema: 'countersign/evidence/1',
  flow: 'sp-initiated-login',
  targets: [],
  capturedAt: '2025-01-01T00:00:00Z',
  clockSkewMs: 0,
  artifacts: {},
  steps: [],
  screenshots: [],
  notes: [],
});
const kindOf = (text: string, surroundings: Surroundings = { now }) =>
  evidenceFromFile('file', bytes(text), surroundings).kind;

const evidenceIn = (text: string, surroundings: Surroundings = { now }) =>
  evidenceFromFile('f', bytes(text), surroundings).logins[0];

describe('the kind of a file', () => {
  test.each([
    ['<?xml version="1.0"?>\n<md:EntityDescriptor xmlns:md="urn:x"/>', 'metadata'],
    ['<EntitiesDescriptor/>', 'metadata'],
    ['<samlp:Response/>', 'response'],
    ['PHNhbWxwOlJlc3BvbnNlLz4=', 'response'],
    ['SAMLResponse=PHNhbWxwOg%3D%3D', 'response'],
    ['\u0000\u0001garbage', 'response'],
    ['', 'response'],
    [bundle, 'bundle'],
    ['\n <!doctype html>\n<form><input name="SAMLResponse" value="PHNhbWw+"></form>', 'response'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

test.each([
  ['a form field', 'SAMLResponse=PHN+aG%2Bw%3D&RelayState=x', 'PHN+aG+w='],
  ['a later field', 'RelayState=x&SAMLResponse=PHN%2Baw%3D%3D', 'PHN+aw=='],
  ['an address', 'https://sp.example/acs?SAMLResponse=PHN%2Baw%3D%3D#top', 'PHN+aw=='],
  [
    'a field as a request shows it',
    'POST /acs HTTP/1.1\r\nHost: sp.example\r\n\r\nSAMLResponse=PHN%2Baw%3D%3D',
    'PHN+aw==',
  ],
  ['a percent-encoded value', 'PHN%2Baw%3D%3D\n', 'PHN+aw=='],
  ['a quoted value', '"PHN+aw=="', 'PHN+aw=='],
  [
    'a saved page',
    '<html><input type="hidden" value="PHN&#43;aw&#x3D;=" name="SAMLResponse"/></html>',
    'PHN+aw==',
  ],
])('%s gives the message alone, and the evidence says so', (_what, text, raw) => {
  const evidence = evidenceIn(text);
  expect(evidence.artifacts.response).toMatchObject({ state: 'seen', raw });
  expect(evidence.notes).toHaveLength(2);
});

test.each([
  ['base64', 'PHNhbWxwOg=='],
  ['base64 of another alphabet, which is a fault', 'PHN-aw_='],
  ['XML that only mentions the field', '<a>SAMLResponse=x</a>'],
  ['a percent sign in what is no base64', '%zz'],
])('%s is left as it is', (_what, text) => {
  const evidence = evidenceIn(text);
  expect(evidence.artifacts.response).toMatchObject({ state: 'seen', raw: text });
});

test('metadata of a service provider is judged as such', () => {
  const xml = '<EntityDescriptor><SPSSODescriptor/></EntityDescriptor>';
  expect(Object.keys(evidenceIn(xml).artifacts)).toEqual(['sp-metadata']);
});

test('bytes that are no UTF-8 are kept as base64', () => {
  const [evidence] = evidenceFromFile('f', new Uint8Array([0x3c, 0xff, 0xfe]), { now }).logins;
  expect(evidence.artifacts.response).toMatchObject({ state: 'seen', encoding: 'base64', raw: 'PP/+' });
});

test('metadata that was not given is declared missing, with the flag that gives it', () => {
  const evidence = evidenceIn('<a/>');
  expect(evidence.artifacts['idp-metadata']).toEqual({
    state: 'missing',
    why: expect.stringContaining('--idp-metadata'),
  });
});

test('a bundle is judged at its own moment unless another was asked for', () => {
  expect(evidenceIn(bundle).capturedAt).toBe('2025-01-01T00:00:00Z');
  const asked = { now: { ...now, given: true } };
  expect(evidenceIn(bundle, asked).capturedAt).toBe(now.instant);
});
