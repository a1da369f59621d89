import { defineProfile, type ProfileRule } from '../model/profile.ts';
import { idpFixes } from './aws-identity-center/fixes-idp.ts';
import { loginFixes } from './aws-identity-center/fixes-login.ts';
import { setupFixes } from './aws-identity-center/fixes-setup.ts';
import { identityCenterRules } from './aws-identity-center/identity-center.ts';
import { samlWebSsoRules } from './saml-web-sso.ts';

const emailAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const fixes = { ...idpFixes, ...setupFixes, ...loginFixes };

/** What IAM Identity Center decides more strictly than the standard. */
const stricter: Readonly<Record<string, Partial<ProfileRule>>> = {
  'response/one-assertion': { severity: 'error' },
  'subject/name-id-format': { severity: 'error', options: { format: emailAddress } },
  'subject/name-id-form': { severity: 'error' },
  'subject/user-name': { severity: 'error' },
  'metadata/idp-name-id-format': { options: { format: emailAddress } },
  'metadata/idp-size': { severity: 'error', options: { minCharacters: 0, maxCharacters: 75_000 } },
};

const general = { ...samlWebSsoRules, ...identityCenterRules };

/** Sign-in to the AWS access portal through an external identity provider such as 1Kosmos. */
export const awsIdentityCenter = defineProfile({
  id: 'aws-identity-center',
  title: 'AWS IAM Identity Center with an external identity provider',
  version: 2,
  extends: ['saml-web-sso'],
  // The clock difference that the double allows; AWS publishes no figure.
  skewMs: 180_000,
  checks: Object.fromEntries(Object.entries(general).map(([id, rule]) => [id, ruleFor(id, rule)])),
});

function ruleFor(id: string, rule: ProfileRule): ProfileRule {
  const fix = fixes[id];
  return { ...rule, ...stricter[id], ...(fix === undefined ? {} : { fix }) };
}
