import { describe, expect, it } from 'vitest';
import { checks } from '../../harness/checks/index.ts';
import { cases } from './cases.ts';
import integration from './integration.ts';

const ids = checks.map(({ id }) => id);

describe('the cases', () => {
  it('have an id of their own each, and expect only checks that there are', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, expectedFailures } of cases)
      expect(
        expectedFailures.filter(({ check }) => !ids.includes(check)),
        id,
      ).toEqual([]);
    for (const { step, checks: named } of integration.guide)
      expect(
        named.filter((id) => !ids.includes(id)),
        step,
      ).toEqual([]);
  });

  it('say what is to come of every call, and agree with how the login ends', () => {
    for (const { id, calls, expected, replays } of cases) {
      expect(calls.length, id).toBeGreaterThan(0);
      const isRefused = calls.slice(0, calls.length - replays.length).some((call) => call !== 'granted');
      expect([id, isRefused]).toEqual([id, expected === 'refused-by-sp']);
    }
  });
});
