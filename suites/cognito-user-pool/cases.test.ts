import { describe, expect, it } from 'vitest';
import { checks } from '../../harness/checks/index.ts';
import { cases } from './cases.ts';
import integration from './integration.ts';

const ids = checks.map(({ id }) => id);

describe('the cases', () => {
  it('have an id of their own each, also beside those of step-up', () => {
    const all = integration.cases.map(({ id }) => id);
    expect(all.filter((id, index) => all.indexOf(id) < index)).toEqual([]);
    expect(all).toEqual(expect.arrayContaining(cases.map(({ id }) => id)));
  });

  it('expect only checks that there are', () => {
    for (const { id, expectedFailures } of integration.cases)
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

  it('try every way in which the issue says that a federation goes wrong', () => {
    const known = cases.map(({ id }) => id);
    const wrong = [
      ...['proofed', 'claim-missing', 'claim-as-word', 'not-proofed', 'issuer-of-other-tenant'],
      ...['audience-of-other-client', 'nonce-of-other-login', 'state-altered', 'expired', 'unsigned'],
      ...['signed-by-stranger', 'application-without-safeguards'],
    ];
    expect(wrong.filter((id) => !known.includes(id))).toEqual([]);
  });
});
