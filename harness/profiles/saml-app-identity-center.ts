import { defineProfile, type Profile, type ProfileRule } from '../model/profile.ts';
import { identityCenterAppFixes } from './saml-app/fixes.ts';
import { samlApp } from './saml-app.ts';
import { authenticatorRules } from './saml-web-sso/authenticator.ts';
import { samlWebSsoRules } from './saml-web-sso.ts';

/** What is otherwise where IAM Identity Center is the identity provider. */
const otherwise: Readonly<Record<string, Partial<ProfileRule> | 'off'>> = {
  // One figure is the session's length and the assertion's: told, since only a shorter session would mend it.
  'conditions/validity': { severity: 'info' },
  'subject/confirmation-lifetime': { severity: 'info', options: { maxLifetimeMs: 3_600_000 } },
  // What the portal says when it refuses is AWS's own: no field of any console changes it.
  'outcome/refusal-helps': { options: { fixedPages: ['refused-by-idp'] } },
  // In the metadata of every application; the user guide offers no sign-out of applications.
  'metadata/idp-single-logout': 'off',
  // People sign in by a password of the directory, or by what stands behind it: there is no phone to look at.
  ...Object.fromEntries(Object.keys(authenticatorRules).map((id) => [id, 'off' as const])),
};

const general: Profile['checks'] = { ...samlWebSsoRules, ...samlApp.checks };

/** A custom SAML 2.0 application behind IAM Identity Center, such as Kpow. */
export const samlAppIdentityCenter = defineProfile({
  id: 'saml-app-identity-center',
  title: 'A SAML 2.0 application behind AWS IAM Identity Center',
  version: 1,
  extends: ['saml-app'],
  skewMs: 180_000,
  checks: Object.fromEntries(Object.entries(general).map(([id, rule]) => [id, ruleFor(id, rule)])),
});

function ruleFor(id: string, rule: ProfileRule | 'off'): ProfileRule | 'off' {
  const changed = otherwise[id];
  if (rule === 'off' || changed === 'off') return 'off';
  const fix = identityCenterAppFixes[id];
  return { ...rule, ...changed, ...(fix === undefined ? {} : { fix }) };
}
