import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { paceMs } from '../stack/pace.test-helper.ts';
import { runCli, timeCli } from './cli-tester.ts';
import { makeSampleFiles, type SampleFiles } from './sample-files.ts';

let folder = '';
let sample: SampleFiles;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-bad-input-'));
  sample = await makeSampleFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const nested = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const entityBomb = `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY x${index + 1} "${`&x${index};`.repeat(10)}">`,
).join('')}]><a>&x30;</a>`;

/** Each with what the message must say; none is larger than some kilobytes. */
const small: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['nothing', '', /empty/],
  ['white space', ' \n\t ', /empty/],
  ['no base64', 'hello, world', /not base64.*","/],
  ['base64 of no XML', base64('hello world'), /not XML/],
  [
    'XML that breaks off',
    '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><a>',
    /not XML/,
  ],
  ['a DOCTYPE with an entity bomb', entityBomb, /DOCTYPE/],
  ['the same as base64', base64(entityBomb), /DOCTYPE/],
  ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /DOCTYPE/],
  ['NUL bytes', new Uint8Array(512), /not base64/],
  ['NUL in XML', '<a>\0</a>', /not XML/],
  ['UTF-16', Buffer.from('\uFEFF<a/>', 'utf16le'), /not UTF-8/],
  ['a web page', '<!doctype html><title>Access denied</title>', /DOCTYPE/],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n', /not base64/],
  [
    'a DEFLATE bomb of a redirect',
    `SAMLResponse=${encodeURIComponent(deflateRawSync(Buffer.alloc(50_000_000, 32)).toString('base64'))}`,
    /not UTF-8|not XML|larger/,
  ],
  ['a JSON array', '[]', /not base64/],
];

test('what cannot be read is a finding of its own, with what it is', async () => {
  const files = await Promise.all(small.map(([, content], index) => sample.write(`small-${index}`, content)));
  const { code, stdout, stderr } = await runCli(['check', ...files, ...sample.flags, '--json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { cases } = JSON.parse(stdout) as Report;
  for (const [index, [what, , message]] of small.entries()) {
    const failed = cases[index]?.findings.filter(({ outcome }) => outcome === 'fail') ?? [];
    expect(
      failed.map(({ check }) => check),
      what,
    ).toEqual(['response/readable']);
    expect(failed[0]?.message, what).toMatch(message);
  }
  expect(cases.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'error'))).toEqual([]);
});

describe('what is huge takes less than a second of processor time more than a good response', () => {
  let baseline = 0;
  beforeAll(async () => {
    await timeCli(['check', join(folder, 'response.txt'), ...sample.flags]); // fills the compile cache
    baseline = (await timeCli(['check', join(folder, 'response.txt'), ...sample.flags])).cpuMs;
    expect(baseline).toBeGreaterThan(0);
  });

  test.each([
    ['50 MB of XML', 'response/readable', () => `<a>${'x'.repeat(50_000_000)}</a>`],
    ['50 MB of base64', 'response/readable', () => 'A'.repeat(50_000_000)],
    ['50 MB of white space', 'response/readable', () => ' '.repeat(50_000_000)],
    ['50 MB of metadata', 'metadata/idp-readable', () => `<EntityDescriptor>${'<a/>'.repeat(12_500_000)}`],
    ['100,000 levels', 'response/readable', () => nested(100_000)],
    ['100,000 levels as base64', 'response/readable', () => base64(nested(100_000))],
    [
      '100,000 levels of metadata',
      'metadata/idp-readable',
      () => `<EntityDescriptor>${nested(100_000)}</EntityDescriptor>`,
    ],
    [
      'half a page of unfinished form fields',
      'response/readable',
      () => '<input name=SAMLResponse '.repeat(150_000),
    ],
    ['50 MB of bytes that are no text', 'response/readable', () => new Uint8Array(50_000_000).fill(0xff)],
  ])('%s', async (what, check, make) => {
    const file = await sample.write(what.replaceAll(/\W/g, '-'), make());
    const { code, stdout, stderr, cpuMs } = await timeCli(['check', file, ...sample.flags]);
    expect(code).toBe(1);
    expect(stdout).toContain(check);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect((cpuMs - baseline) / paceMs()).toBeLessThan(60);
  });
});

describe('what is no message at all is one sentence and a next step', () => {
  const bundle = (changes: object) => JSON.stringify({ ...sample.evidence, ...changes });
  test.concurrent.each([
    [
      'a folder without a bundle',
      async () => folder,
      /evidence\.json" cannot be read: there is no such file/,
    ],
    [
      'a path through a file',
      async () => join(folder, 'response.txt', 'x'),
      /a part of its path is no folder/,
    ],
    ['a device without an end', async () => '/dev/zero', /holds more than the 100000000 bytes/],
    ['JSON that breaks off', () => sample.write('half.json', '{"schema":'), /is not JSON/],
    ['JSON of something else', () => sample.write('a.json', '{"logs":{}}'), /no evidence bundle/],
    ['an address', async () => 'https://acme.example/metadata', /is an address, and no network is used here/],
    [
      'a bundle of another version',
      () => sample.write('9.json', '{"schema":"countersign/evidence/9"}'),
      /expected "countersign\/evidence\/1"/,
    ],
    ['a bundle without targets', () => sample.write('t.json', bundle({ targets: null })), /bundle: targets:/],
    [
      'a bundle with a number for a message',
      () => sample.write('n.json', bundle({ artifacts: { response: 5 } })),
      /bundle: artifacts\.response/,
    ],
    [
      'a bundle nested too deep',
      () =>
        sample.write(
          'd.json',
          bundle({ artifacts: [] }).replace('[]', '['.repeat(100_000) + ']'.repeat(100_000)),
        ),
      /bundle: artifacts/,
    ],
    [
      'a bundle of 50 MB',
      () => sample.write('big.json', bundle({ flow: 7, notes: ['x'.repeat(50_000_000)] })),
      /bundle: flow/,
    ],
  ])('%s', async (_what, make, message) => {
    const { code, stdout, stderr } = await runCli(['check', await make()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\nNext: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test('a bundle whose records hold nonsense is judged, and never stops the command', async () => {
  const nonsense = [
    {
      index: 0,
      startedAt: 'soon',
      durationMs: 1e300,
      method: 'GET',
      url: 'no address',
      requestHeaders: [],
      status: 200,
      responseHeaders: [],
      resource: 'document',
      tls: true,
    },
  ];
  const exchanges = {
    state: 'seen',
    raw: JSON.stringify(nonsense),
    encoding: 'utf8',
    mediaType: 'application/json',
    sha256: '',
  };
  await mkdir(join(folder, 'nonsense'));
  await sample.write(
    join('nonsense', 'evidence.json'),
    JSON.stringify({ ...sample.evidence, artifacts: { ...sample.evidence.artifacts, exchanges } }),
  );
  const { code, stdout, stderr } = await runCli(['check', join(folder, 'nonsense'), '--json']);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  expect(code).toBe({ pass: 0, fail: 1, inconclusive: 3 }[report.verdict]);
  expect(report.cases[0]?.findings.filter(({ outcome }) => outcome === 'error')).toEqual([]);
});
