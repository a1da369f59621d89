import type { ProfileRule } from '../../model/profile.ts';
import { identityCenter } from '../aws-identity-center/fields.ts';
import { automaticProvisioning, idemeum, portal } from './fields.ts';

/** What a vendor's own client sends cannot be set by a customer. */
const vendor = (change: string) => idemeum(portal.provisioning, `Ask the vendor's support: ${change}`);
const mapping = (change: string) => idemeum('Users → the person', change);
const pushAgain = 'Push again, and look at the requests that were refused.';

/** Provisioning by SCIM: what the client sends, and what is at the service afterwards. */
export const provisioningRules: Readonly<Record<string, ProfileRule>> = {
  'scim/base-url': {
    severity: 'error',
    fix: idemeum(
      portal.baseUrl,
      'Copy the SCIM endpoint from IAM Identity Center, without the slash at its end.',
    ),
  },
  'scim/bearer-token': {
    severity: 'error',
    fix: idemeum(portal.accessToken, `Copy the token from IAM Identity Center → ${automaticProvisioning}.`),
  },
  'scim/accepted': {
    severity: 'error',
    fix: identityCenter(
      automaticProvisioning,
      'Generate a new token where it is not taken; else read the reason in CloudTrail, and mend the person or group in idemeum.',
    ),
  },
  'scim/endpoint': { severity: 'error', fix: vendor('groups are changed by PATCH, one resource a request.') },
  'scim/media-type': { severity: 'warning', fix: vendor('bodies are sent as application/scim+json.') },
  'scim/filter': {
    severity: 'error',
    fix: vendor('filters are by userName, externalId or displayName, with eq.'),
  },
  'scim/paging': { severity: 'error', fix: vendor('lists are paged by cursor, 100 at a time.') },
  'scim/user-required': {
    severity: 'error',
    fix: mapping('Fill in user name, display name, given name and family name.'),
  },
  'scim/user-attributes': {
    severity: 'error',
    fix: mapping('Clear what AWS does not support, for example the photo.'),
  },
  'scim/single-valued': {
    severity: 'error',
    fix: mapping('Keep one e-mail address, address, phone number and role.'),
  },
  'scim/empty-values': {
    severity: 'error',
    fix: mapping('Fill the empty field in, or clear it altogether.'),
  },
  'scim/patch-form': {
    severity: 'error',
    fix: vendor('changes have the form of AWS’s pages PatchUser and PatchGroup.'),
  },
  'scim/membership-size': {
    severity: 'error',
    fix: vendor('at most 100 memberships are changed by a request.'),
  },
  'scim/membership-whole': { severity: 'error', fix: vendor('members are added and removed one by one.') },
  'scim/people-first': { severity: 'error', fix: vendor('people are pushed before memberships.') },
  'scim/retry': {
    severity: 'error',
    fix: idemeum(portal.provisioning, 'Push again when the service is there again.'),
  },
  'scim/retry-after': { severity: 'warning', fix: vendor('Retry-After is honoured.') },
  'scim/create-after-loss': {
    severity: 'warning',
    fix: vendor('a creation is looked up before it is tried again.'),
  },
  'scim/users-there': { severity: 'error', fix: idemeum(portal.provisioning, pushAgain) },
  'scim/users-same': { severity: 'error', fix: idemeum(portal.provisioning, pushAgain) },
  'scim/users-active': { severity: 'error', fix: idemeum(portal.provisioning, pushAgain) },
  'scim/leavers-off': {
    severity: 'error',
    fix: idemeum(
      portal.entitlements,
      'Take the entitlement away, and push; else delete the user in IAM Identity Center → Users.',
    ),
  },
  'scim/user-once': {
    severity: 'error',
    fix: identityCenter(
      'Users',
      'Delete the account that was made by hand or under the old name, and push again.',
    ),
  },
  'scim/external-id': {
    severity: 'warning',
    fix: idemeum(portal.provisioning, 'Push again, so that idemeum’s own id is set.'),
  },
  'scim/groups-there': {
    severity: 'error',
    fix: idemeum(portal.groupProvisioning, 'Set it to true, and push again.'),
  },
  'scim/members-same': { severity: 'error', fix: idemeum(portal.groupProvisioning, pushAgain) },
  'scim/name-id': {
    severity: 'error',
    fix: mapping('Correct the e-mail address, which is NameID and user name, and push again.'),
  },
};
