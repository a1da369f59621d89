import { expect, it } from 'vitest';
import { checks } from '../checks/index.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { profiles } from './index.ts';
import { identityCenterAppFixes } from './saml-app/fixes.ts';

const ids = checks.map(({ id }) => id);

it('judges everything of an application', () => {
  const own = ids.filter((id) => id.startsWith('saml-app/'));
  expect(own.length).toBeGreaterThan(10);
  for (const profile of ['saml-app', 'saml-app-identity-center'])
    expect(Object.keys(resolveProfile(profile, profiles).checks)).toEqual(expect.arrayContaining(own));
});

it('names a field of a console for each of these, and only for checks that count', () => {
  const { checks: rules } = resolveProfile('saml-app-identity-center', profiles);
  for (const [id, fix] of Object.entries(identityCenterAppFixes))
    expect(rules[id], id).toMatchObject({ fix });
});

it('looks at no phone, and at no sign-out of applications', () => {
  const { checks: rules } = resolveProfile('saml-app-identity-center', profiles);
  const off = Object.entries(rules).flatMap(([id, rule]) => (rule === 'off' ? [id] : []));
  expect(off).toContain('metadata/idp-single-logout');
  expect(ids.filter((id) => id.startsWith('authenticator/') && !off.includes(id))).toEqual([]);
});
