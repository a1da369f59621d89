import type { Fix } from '../../model/check.ts';

/** A field of the service provider’s console. */
export function iam(field: string, change: string): Fix {
  return { console: 'IAM', field, change };
}

const application = 'Applications → AWS';

/** Fields of the SAML 2.0 Generic application in AdminX that leads into IAM roles. */
export const app = {
  all: application,
  name: `${application} → Application Name`,
  accessUrl: `${application} → Application Access URL`,
  nameIdFormat: `${application} → NameID Format`,
  nameIdValue: `${application} → NameID Value`,
  claims: `${application} → Claims Mapping`,
  entityId: `${application} → Entity ID`,
  acsUrl: `${application} → Assertion Consumer Service URL`,
  method: `${application} → Assertion Consumer Service URL → Method`,
  assertionSigning: `${application} → Assertion Signing`,
} as const;

/** Fields of IAM. */
export const fields = {
  add: 'Identity providers → Add provider → SAML',
  arn: 'Identity providers → the provider → ARN',
  metadata: 'Identity providers → the provider → Replace metadata',
  encryption: 'Identity providers → the provider → SAML encryption',
  trust: 'Roles → the role → Trust relationships → Edit trust policy',
  duration: 'Roles → the role → Maximum session duration',
  role: 'Roles → the role → ARN',
  users: 'Users',
} as const;

/** Prefix of the claims that AWS reads. */
export const claim = 'https://aws.amazon.com/SAML/Attributes/';
