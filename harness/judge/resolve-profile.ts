import { CountersignError } from '../model/error.ts';
import type { Profile, ProfileRule } from '../model/profile.ts';

/**
 * The profile with everything that it extends folded in: a later base wins, its own rules win over all, field by
 * field and option by option.
 * @throws CountersignError `config` when a profile is unknown or extends itself
 */
export function resolveProfile(id: string, profiles: readonly Profile[]): Profile {
  return resolve(id, profiles, []);
}

function resolve(id: string, profiles: readonly Profile[], path: readonly string[]): Profile {
  const profile = profiles.find((one) => one.id === id);
  const known = profiles.map((one) => one.id).join(', ');
  if (profile === undefined)
    throw new CountersignError('config', `There is no profile "${id}".`, `Choose one of ${known}.`);
  if (path.includes(id))
    throw new CountersignError(
      'config',
      `The profile "${id}" extends itself: ${[...path, id].join(' → ')}.`,
      'Take one of these out of "extends".',
    );
  const bases = profile.extends.map((base) => resolve(base, profiles, [...path, id]).checks);
  return { ...profile, extends: [], checks: [...bases, profile.checks].reduce(merge, {}) };
}

type Rules = Profile['checks'];

function merge(base: Rules, own: Rules): Rules {
  const merged = Object.entries(own).map(([id, rule]) => [id, mergeRule(base[id], rule)] as const);
  return { ...base, ...Object.fromEntries(merged) };
}

function mergeRule(base: ProfileRule | 'off' | undefined, own: ProfileRule | 'off'): ProfileRule | 'off' {
  if (base === undefined || base === 'off' || own === 'off') return own;
  const options = { ...base.options, ...own.options };
  return { ...base, ...own, ...(Object.keys(options).length > 0 ? { options } : {}) };
}
