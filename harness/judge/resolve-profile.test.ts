import { describe, expect, it } from 'vitest';
import type { Profile } from '../model/profile.ts';
import { resolveProfile } from './resolve-profile.ts';

function profile(id: string, bases: readonly string[], checks: Profile['checks']): Profile {
  return { id, title: id, version: 3, extends: bases, skewMs: 7, checks };
}

const fix = { console: 'C', field: 'F', change: 'Do.' };
const base = profile('base', [], {
  'a/kept': { severity: 'error' },
  'a/changed': { severity: 'error', options: { one: 1, two: 2 }, fix },
  'a/silenced': { severity: 'error' },
});

describe('resolveProfile', () => {
  it('folds the base in, rule by rule and option by option', () => {
    const own = profile('own', ['base'], {
      'a/changed': { severity: 'info', options: { two: 3 } },
      'a/silenced': 'off',
    });
    expect(resolveProfile('own', [base, own])).toEqual({
      ...own,
      extends: [],
      checks: {
        'a/kept': { severity: 'error' },
        'a/changed': { severity: 'info', options: { one: 1, two: 3 }, fix },
        'a/silenced': 'off',
      },
    });
  });

  it('lets a later base win, through any depth', () => {
    const second = profile('second', [], { 'a/kept': { severity: 'warning' } });
    const middle = profile('middle', ['base', 'second'], {});
    const own = profile('own', ['middle'], {});
    expect(resolveProfile('own', [base, second, middle, own]).checks['a/kept']).toEqual({
      severity: 'warning',
    });
  });

  it('names a profile that does not exist, and those that do', () => {
    expect(() => resolveProfile('other', [base])).toThrow('There is no profile "other".');
  });

  it('names the ring when a profile extends itself', () => {
    const ring = [profile('a', ['b'], {}), profile('b', ['a'], {})];
    expect(() => resolveProfile('a', ring)).toThrow('a → b → a');
  });
});
