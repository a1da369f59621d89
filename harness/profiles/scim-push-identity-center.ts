import { defineProfile } from '../model/profile.ts';
import { provisioningRules } from './idemeum/provisioning.ts';

/** What these need is known only where the harness has the directory that is pushed. */
const ofDirectory = [
  'scim/users-there',
  'scim/users-same',
  'scim/users-active',
  'scim/leavers-off',
  'scim/user-once',
  'scim/external-id',
  'scim/groups-there',
  'scim/members-same',
  'scim/name-id',
];

/** What any identity provider pushes into IAM Identity Center by SCIM: its requests alone, with no login after them. */
export const scimPushIdentityCenter = defineProfile({
  id: 'scim-push-identity-center',
  title: 'SCIM requests of an identity provider to AWS IAM Identity Center',
  version: 1,
  extends: [],
  skewMs: 180_000,
  checks: Object.fromEntries(
    Object.entries(provisioningRules)
      .filter(([id]) => !ofDirectory.includes(id))
      // Each check's own remedy: whose console it is, nobody knows here.
      .map(([id, rule]) => [id, typeof rule === 'object' ? { severity: rule.severity } : rule]),
  ),
});
