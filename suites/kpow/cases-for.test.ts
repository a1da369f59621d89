import { describe, expect, it } from 'vitest';
import { checks } from '../../harness/checks/index.ts';
import { cases } from './cases.ts';
import { casesFor } from './cases-for.ts';
import integration from './integration.ts';
import { mellonRollout } from './mellon/application.ts';

const ids = checks.map(({ id }) => id);
const { existing } = mellonRollout({ folder: '/nowhere', port: 1 }).integrations.kpow?.application ?? {};

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

  it('begin at the application and in the portal', () => {
    const sides = cases.map(({ initiatedBy }) => initiatedBy);
    expect([sides.includes('sp'), sides.includes('idp')]).toEqual([true, true]);
  });

  it('leave out with an application of one’s own what only Kpow can be brought to', () => {
    const left = casesFor(existing);
    expect(casesFor(undefined)).toBe(cases);
    expect(left.length).toBeLessThan(cases.length);
    expect(left.filter(({ doubleOnly, signOut }) => doubleOnly || signOut)).toEqual([]);
    const told = left.flatMap(({ expectedFailures }) => expectedFailures.map(({ check }) => check));
    expect(told).not.toContain('saml-app/role-known');
    expect(told).toContain('setup/acs-url');
  });
});
