import { defineProfile, type ProfileRule } from '../model/profile.ts';
import { awsIdentityCenter } from './aws-identity-center.ts';
import { toIdemeum } from './idemeum/fields.ts';
import { loadConfigFixes } from './idemeum/fixes.ts';
import { provisioningRules } from './idemeum/provisioning.ts';

/** Sign-in to the AWS access portal from idemeum's catalog, by people whom idemeum provisions. */
export const idemeumIdentityCenter = defineProfile({
  id: 'idemeum-identity-center',
  title: 'AWS IAM Identity Center with idemeum and SCIM provisioning',
  version: 1,
  extends: ['aws-identity-center'],
  skewMs: 180_000,
  checks: {
    ...Object.fromEntries(
      Object.entries(awsIdentityCenter.checks).map(([id, rule]) => [id, inIdemeum(id, rule)]),
    ),
    ...provisioningRules,
  },
});

function inIdemeum(id: string, rule: ProfileRule | 'off'): ProfileRule | 'off' {
  if (rule === 'off' || rule.fix === undefined) return rule;
  return { ...rule, fix: loadConfigFixes[id] ?? toIdemeum(rule.fix) };
}
