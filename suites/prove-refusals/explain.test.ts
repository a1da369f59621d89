import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exception } from './exception.ts';
import { explain } from './explain.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-explain-'));
  const lib = join(folder, 'node_modules/some-library/lib');
  await mkdir(lib, { recursive: true });
  await writeFile(join(lib, 'flow.js'), 'first line\nif (issuer !== expected) return;\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const exception = (changes: Partial<Exception>): Exception => ({
  libraries: ['some-library'],
  attacks: ['binding/*'],
  reason: 'It does not look.',
  evidence: [{ package: 'some-library', in: 'lib/flow.js', says: 'issuer !== expected' }],
  ...changes,
});
const falls = [
  { attack: 'binding/issuer-other', isVictimIn: false },
  { attack: 'time/expired', isVictimIn: false },
  { attack: 'wrapping/xsw1', isVictimIn: true },
];
const explainFor = async (one: Exception, version = '1.0.0') => {
  const { explained, unfounded } = await explain([one], { library: 'some-library', version, folder }, falls);
  return { explained: Object.fromEntries(explained), unfounded };
};

describe('explaining an alarm', () => {
  it('names the line that bears the reason out, for the attacks that it is about', async () => {
    const { explained } = await explainFor(exception({}));
    expect(explained).toEqual({
      'binding/issuer-other': { reason: 'It does not look.', seenAt: ['some-library/lib/flow.js:2'] },
    });
  });

  it('explains that the victim got in only where the exception says so', async () => {
    const wrapping = { attacks: ['wrapping/xsw1'] };
    expect(await explainFor(exception(wrapping))).toEqual({ explained: {}, unfounded: [] });
    const { explained } = await explainFor(exception({ ...wrapping, letsVictimIn: true }));
    expect(Object.keys(explained)).toEqual(['wrapping/xsw1']);
  });

  it('takes the absence of a word from a folder as evidence', async () => {
    const lacks = { package: 'some-library', in: 'lib', lacks: 'Audience' };
    const { explained } = await explainFor(exception({ attacks: ['time/expired'], evidence: [lacks] }));
    expect(explained).toEqual({
      'time/expired': {
        reason: 'It does not look.',
        seenAt: ['“Audience” is nowhere in some-library/lib'],
      },
    });
  });

  const unfounded: readonly [string, Partial<Exception>][] = [
    [
      'the line is not in the file',
      { evidence: [{ package: 'some-library', in: 'lib/flow.js', says: 'audience' }] },
    ],
    ['the file is not there', { evidence: [{ package: 'some-library', in: 'lib/saml.js', says: 'if' }] }],
    [
      'the word is in the folder after all',
      { evidence: [{ package: 'some-library', in: 'lib', lacks: 'issuer' }] },
    ],
    ['the folder is not there', { evidence: [{ package: 'some-library', in: 'dist', lacks: 'Audience' }] }],
    [
      'one of two pieces of evidence is missing',
      {
        evidence: [
          { package: 'some-library', in: 'lib/flow.js', says: 'first line' },
          { package: 'some-library', in: 'lib/flow.js', says: 'second line' },
        ],
      },
    ],
    ['it gives no evidence', { evidence: [] }],
  ];
  it.each(unfounded)('does not hold when %s', async (_title, changes) => {
    const one = exception(changes);
    expect(await explainFor(one)).toEqual({ explained: {}, unfounded: [one] });
  });

  it('is silent about other versions and other libraries', async () => {
    const nothing = { explained: {}, unfounded: [] };
    expect(await explainFor(exception({ versions: ['2.0.0'] }))).toEqual(nothing);
    expect(await explainFor(exception({ libraries: ['other-library'] }))).toEqual(nothing);
  });
});
