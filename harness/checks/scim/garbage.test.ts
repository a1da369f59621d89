import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import type { Check } from '../../model/check.ts';
import { type ScimExchange, type ScimOperation, scimOperations } from '../../model/scim-records.ts';
import { recordArtifact, withArtifacts } from '../../mutations/kit/artifact.ts';
import { makeGenuineScimLogin } from '../../mutations/kit/genuine-scim.ts';
import { testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';

const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z][a-z-]*\.ts$/.test(file));
const bodies = [
  undefined,
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"Operations":null,"members":{},"name":[],"emails":"x","schemas":{}}',
  '{"Operations":[null,{},[],{"op":1},{"op":"add","path":"[","value":[null]}],"members":[null,1]}',
  '{"__proto__":{"a":1},"constructor":null,"toString":"x"}',
] as const;
const targets = ['', '/', '?', '//', '/Users?filter=', '/Users/%E0%A4%A?count=&filter=%', '/Users?count=1e9'];

/** Requests of one operation with every body, at every address. */
function exchangesOf(operation: ScimOperation): readonly ScimExchange[] {
  return bodies.flatMap((body) =>
    targets.map((target, index) => ({
      index,
      at: index % 2 === 0 ? 'now' : '2026-03-14T09:26:53.000Z',
      operation,
      method: '',
      target,
      authorization: 'none',
      status: [0, 200, 400, 409, 429, 500, 999][index] ?? 0,
      retryAfter: index - 1,
      ...(body === undefined ? {} : { body, answer: body }),
      ...(index === 3 ? { lost: { performed: false } } : {}),
    })),
  );
}

const person = { userName: '', displayName: '', givenName: '', familyName: '', active: true };
const side = {
  users: [person, person, { ...person, externalId: '', email: '' }],
  groups: [{ displayName: '', members: ['', ''] }],
};
const empty = { users: [], groups: [] };
const directories = [
  { expected: empty, found: empty, byHand: [''] },
  { expected: side, found: side, byHand: [] },
  { expected: side, found: empty, byHand: [] },
  { expected: empty, found: side, byHand: [] },
];
const { evidence } = makeGenuineScimLogin({ now: testNow, keys: await makeSelftestKeys(testNow) });

describe.each(files)('%s', async (file) => {
  // Each file of this folder has a check as its default export; the generated index relies on the same.
  const check = (await import(`./${file}`)).default as Check;

  it.each(scimOperations)('comes to a result on %s with nothing that makes sense', (operation) => {
    const scim = { baseUrl: '', exchanges: exchangesOf(operation), dropped: 0 };
    const reads = readArtifacts(withArtifacts(evidence, { scim: recordArtifact(scim) }));
    expect(reads.scim.state).toBe('read');
    expect(runCheck(check, reads, { now: testNow, skewMs: 180_000 }).outcome).not.toBe('error');
  });

  it.each(directories)('comes to a result on directory %#', (directory) => {
    const reads = readArtifacts(withArtifacts(evidence, { directory: recordArtifact(directory) }));
    expect(reads.directory.state).toBe('read');
    expect(runCheck(check, reads, { now: testNow, skewMs: 180_000 }).outcome).not.toBe('error');
  });
});
