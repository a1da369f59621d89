import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../harness/mutations/index.ts';
import { exceptions } from './exceptions.ts';
import { matches } from './explain.ts';
import { libraries } from './libraries.ts';
import { describeRelease } from './prove.ts';
import { pairs } from './releases.ts';
import { selectAttacks } from './select-attacks.ts';

const attacks = selectAttacks(mutations, []);
const names = libraries.map(({ name }) => name);
const root = join(import.meta.dirname, '../..');

describe('the data of the proof', () => {
  it.each(libraries)('has a wrapper for $name', ({ wrapper }) => {
    expect(existsSync(join(import.meta.dirname, 'wrappers', `${wrapper}.mjs`))).toBe(true);
  });

  it('has a library for every wrapper', () => {
    const files = readdirSync(join(import.meta.dirname, 'wrappers'));
    const wrappers = files.filter((name) => name !== 'server.mjs').map((name) => name.replace('.mjs', ''));
    expect(wrappers.sort()).toEqual(libraries.map(({ wrapper }) => wrapper).sort());
  });

  it.each(pairs)('names two releases of $library that differ ($advisories)', ({ library, flawed, fixed }) => {
    expect(names).toContain(library);
    expect(describeRelease(library, flawed)).not.toBe(describeRelease(library, fixed));
  });

  it.each(pairs)('has an attack about $advisories', ({ advisories, about }) => {
    for (const id of about) expect(attacks.map((each) => each.id)).toContain(id);
    const citing = attacks.filter(({ cves = [] }) => cves.some((cve) => advisories.includes(cve)));
    expect(about.length + citing.length).toBeGreaterThan(0);
  });

  it('excepts only attacks and libraries that there are', () => {
    for (const { libraries: own, attacks: patterns } of exceptions) {
      for (const name of own) expect(names).toContain(name);
      for (const pattern of patterns)
        expect(
          attacks.some(({ id }) => matches(pattern, id)),
          pattern,
        ).toBe(true);
    }
  });

  it('gives evidence for every exception', () => {
    for (const { evidence, reason } of exceptions) expect(evidence.length, reason).toBeGreaterThan(0);
  });

  it('is no dependency of the product', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const { dependencies, devDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>;
    const wrapped = names.filter((name) => name !== 'samlify');
    for (const name of wrapped) expect({ ...dependencies, ...devDependencies }).not.toHaveProperty([name]);
    const flawed = pairs.filter(({ library }) => library === 'samlify').map((pair) => pair.flawed.version);
    expect(flawed).not.toContain(dependencies?.samlify);
  });
});
