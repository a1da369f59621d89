import type { Fix } from '../../model/check.ts';
import { adminX } from '../aws-identity-center/fields.ts';
import { app, claim, fields, iam } from './fields.ts';

const role = (change: string) => adminX(`${app.claims} → ${claim}Role`, change);
const sessionName = (change: string) => adminX(`${app.claims} → ${claim}RoleSessionName`, change);
const duration = (change: string) => adminX(`${app.claims} → ${claim}SessionDuration`, change);
const tag = (change: string) => adminX(`${app.claims} → ${claim}PrincipalTag:…`, change);
const claims = (change: string) => adminX(app.claims, change);

/** Where the claims that AWS reads are mapped. */
export const claimFixes: Readonly<Record<string, Fix>> = {
  'aws/role-attribute': claims(
    `Add the claim ${claim}Role with the role’s ARN, a comma, and the ARN from IAM → ${fields.arn}.`,
  ),
  'aws/role-pair': role('Enter role ARN, comma, provider ARN; one value for each role.'),
  'aws/role-white-space': role('Remove spaces and line breaks, also after the comma.'),
  'aws/role-partition': role('Copy both ARNs from the IAM console of the account that people log in to.'),
  'aws/role-case': role('Copy both ARNs from IAM; do not type them.'),
  'aws/role-account': role('Name the provider of the account that the role is in.'),
  'aws/role-provider': role(`Copy the provider’s ARN from IAM → ${fields.arn}.`),
  'aws/role-repeated': role('Delete the second mapping to this role.'),
  'aws/role-exists': role(`Copy the role’s ARN with its path from IAM → ${fields.role}.`),
  'aws/role-reserved': role('Name a role that was made in IAM for this provider.'),
  'aws/roles-agreed': role('Compare the groups in 1Kosmos with the roles that were agreed.'),
  'aws/roles-offered': role('Compare the groups in 1Kosmos with the roles that were agreed.'),
  'aws/session-name': claims(`Add the claim ${claim}RoleSessionName, mapped to user.email.`),
  'aws/session-name-single': sessionName('Map it to user.email, once.'),
  'aws/session-name-characters': sessionName('Map it to user.email.'),
  'aws/session-name-length': sessionName('Map it to an attribute of at most 64 characters.'),
  'aws/session-name-person': sessionName('Map it to user.email.'),
  'aws/session-duration': duration('Enter seconds in digits, for example 14400.'),
  'aws/session-duration-range': duration('Enter a number from 900 to 43200.'),
  'aws/session-duration-role': iam(
    fields.duration,
    `Raise it to the value of the claim ${claim}SessionDuration in AdminX, or lower that.`,
  ),
  'aws/session-end': adminX(
    `${app.all} → session lifetime`,
    `Make it at least as long as the claim ${claim}SessionDuration.`,
  ),
  'aws/attribute-single': claims('Map the claim to a source with one value, and only once.'),
  'aws/source-identity': adminX(`${app.claims} → ${claim}SourceIdentity`, 'Map it to user.email.'),
  'aws/tag-count': tag('Keep at most 50 of these claims.'),
  'aws/tag-key-length': tag('Shorten the key after the colon to 128 characters.'),
  'aws/tag-value-length': tag('Map the claim to a value of at most 256 characters.'),
  'aws/tag-characters': tag('Map the claim to letters, digits, spaces and _ . : / = + - @ only.'),
  'aws/tag-unique': tag('Delete the second claim with this key.'),
  'aws/tag-single': tag('Map the claim to a source with one value.'),
  'aws/transitive-tags': adminX(
    `${app.claims} → ${claim}TransitiveTagKeys`,
    'Name only keys that a PrincipalTag: claim has.',
  ),
  'aws/attribute-name': claims(`Copy the claim’s name from AWS’s guide: ${claim}… in exactly this case.`),
  'aws/attribute-friendly-name': claims('Enter the full name as the claim’s name, not as its label.'),
  'aws/attribute-unknown': claims('Correct the claim’s name, or delete the claim.'),
  'aws/attribute-partition': claims('Use the prefix of the partition that people log in to.'),
  'aws/attribute-name-format': claims('Set the claim’s name format to URI or unspecified.'),
  'aws/access-control-attributes': claims('Rename the claim: PrincipalTag: in place of AccessControl:.'),
  'aws/condition-key-once': claims('Delete one of the two claims.'),
  'aws/packed-size': tag('Send fewer or shorter tags.'),
};
