import { describe, expect, test } from 'vitest';
import { evidenceFromFile, type Surroundings } from './from-file.ts';

const now = { instant: '2026-11-21T08:00:00.000Z', given: false };
const bytes = (text: string) => new TextEncoder().encode(text);
const kindOf = (text: string, surroundings: Surroundings = { now }) =>
  evidenceFromFile('file', bytes(text), surroundings).kind;

describe('the kind of a file', () => {
  test.each([
    ['<?xml version="1.0"?>\n<md:EntityDescriptor xmlns:md="urn:x"/>', 'metadata'],
    ['<EntitiesDescriptor/>', 'metadata'],
    ['<samlp:Response/>', 'response'],
    ['PHNhbWxwOlJlc3BvbnNlLz4=', 'response'],
    ['SAMLResponse=PHNhbWxwOg%3D%3D', 'response'],
    ['\u0000\u0001garbage', 'response'],
    ['', 'response'],
    ['{"schema":"countersign/evidence/1","capturedAt":"2026-11-21T08:00:00Z","artifacts":{}}', 'bundle'],
  ])('%s is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

test('a copied form field gives the value alone, percent-decoded, plus signs kept', () => {
  const { evidence } = evidenceFromFile('f', bytes('SAMLResponse=PHN+aG%2Bw%3D&RelayState=x'), { now });
  expect(evidence.artifacts.response).toMatchObject({ state: 'seen', raw: 'PHN+aG+w=' });
});

test('bytes that are no UTF-8 are kept as base64', () => {
  const { evidence } = evidenceFromFile('f', new Uint8Array([0x3c, 0xff, 0xfe]), { now });
  expect(evidence.artifacts.response).toMatchObject({ state: 'seen', encoding: 'base64', raw: 'PP/+' });
});

test('metadata that was not given is declared missing, with the flag that gives it', () => {
  const { evidence } = evidenceFromFile('f', bytes('<a/>'), { now });
  expect(evidence.artifacts['idp-metadata']).toEqual({
    state: 'missing',
    why: expect.stringContaining('--idp-metadata'),
  });
});

test('a bundle is judged at its own moment unless another was asked for', () => {
  const text = '{"schema":"countersign/evidence/1","capturedAt":"2025-01-01T00:00:00Z","artifacts":{}}';
  expect(evidenceFromFile('f', bytes(text), { now }).evidence.capturedAt).toBe('2025-01-01T00:00:00Z');
  const asked = { now: { ...now, given: true } };
  expect(evidenceFromFile('f', bytes(text), asked).evidence.capturedAt).toBe(now.instant);
});
