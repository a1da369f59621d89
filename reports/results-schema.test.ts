import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { artifactNames } from '../harness/model/evidence.ts';

const schema = readFileSync(new URL('results.schema.json', import.meta.url), 'utf8');

/** The list of the schema that begins with this value. */
function listFrom(first: string): readonly string[] {
  const found = new RegExp(`\\[\\s*"${first}",[^\\]]*\\]`).exec(schema)?.[0] ?? '[]';
  return JSON.parse(found) as readonly string[]; // a list of texts by the pattern
}

it('allows every artifact that a finding may point at', () => {
  expect(listFrom('idp-metadata')).toEqual(artifactNames);
});

it('allows every document that a check may rely on', () => {
  const source = readFileSync(new URL('../harness/model/spec.ts', import.meta.url), 'utf8');
  const declared = /type SpecDocument =([^;]*);/.exec(source)?.[1] ?? '';
  const documents = [...declared.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect(documents.length).toBeGreaterThan(30);
  expect(listFrom('saml-core')).toEqual(documents);
});
