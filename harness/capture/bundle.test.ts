import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { recordArtifact, textArtifact } from './artifact.ts';
import { bundleFile, readBundle, writeBundle } from './bundle.ts';

const evidence: Evidence = {
  schema: 'countersign/evidence/1',
  flow: 'sp-initiated-login',
  targets: [],
  capturedAt: '2026-11-21T08:00:00.000Z',
  clockSkewMs: 0,
  artifacts: {
    response: textArtifact('PHNhbWw+', 'text/plain'),
    setup: recordArtifact({ initiatedBy: 'sp' }),
  },
  steps: [],
  screenshots: [],
  notes: ['Zoë'],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-bundle-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a saved bundle is read back as it was', async () => {
  await writeBundle(folder, evidence, { '01.png': new Uint8Array([1, 2]) });
  expect(await readBundle(folder)).toEqual(evidence);
  expect(await readFile(join(folder, 'screenshots', '01.png'))).toEqual(Buffer.from([1, 2]));
});

test('the same evidence gives the same bytes and hash', async () => {
  const first = await writeBundle(folder, evidence, {});
  const bytes = await readFile(join(folder, bundleFile));
  expect(await writeBundle(folder, structuredClone(evidence), {})).toBe(first);
  expect(await readFile(join(folder, bundleFile))).toEqual(bytes);
});

test.each([
  ['no JSON', '{', /is not JSON/],
  ['another schema', '{"schema":"countersign/evidence/9"}', /expected "countersign\/evidence\/1"/],
  ['no schema', '{"log":{}}', /no evidence bundle/],
  ['no artifacts', JSON.stringify({ ...evidence, artifacts: undefined }), /bundle: artifacts:/],
  ['no moment', JSON.stringify({ ...evidence, capturedAt: 'soon' }), /capturedAt: an ISO 8601 time/],
  ['a clock beyond all time', JSON.stringify({ ...evidence, clockSkewMs: 1e15 }), /clockSkewMs:/],
  ['an unknown artifact', JSON.stringify({ ...evidence, artifacts: { cookie: {} } }), /artifacts.*cookie/],
  [
    'a message that is no text',
    JSON.stringify({ ...evidence, artifacts: { response: { state: 'seen', raw: 7 } } }),
    /artifacts\.response\.raw/,
  ],
  [
    'a picture elsewhere',
    JSON.stringify({ ...evidence, screenshots: [{ step: 's', file: '../../x.png', description: '' }] }),
    /a file name/,
  ],
])('a bundle with %s is refused with what was found', async (_what, text, message) => {
  await writeFile(join(folder, bundleFile), text);
  await expect(readBundle(folder)).rejects.toThrow(message);
});

test('a folder without a bundle is named', async () => {
  await expect(readBundle(folder)).rejects.toMatchObject({ code: 'file' });
});
