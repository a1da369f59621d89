import type { Fix } from '../../model/check.ts';

/** A field of the identity provider’s console, as the integration guide names it. */
export function adminX(field: string, change: string): Fix {
  return { console: '1Kosmos AdminX', field, change };
}

/** A field of the service provider’s console. */
export function identityCenter(field: string, change: string): Fix {
  return { console: 'IAM Identity Center', field, change };
}

/** The app on the person’s phone. */
export function mobileApp(change: string): Fix {
  return { console: '1Kosmos mobile app', field: 'Biometrics → Touch ID, Face ID, LiveID', change };
}

/** Where the guide says each value is. */
export const idpConfiguration = {
  metadataUrl: 'Settings → IdP Configuration → Metadata URL',
  entityId: 'Settings → IdP Configuration → Core Configuration',
  ssoUrl: 'Settings → IdP Configuration → Single SignOn Service URL',
  certificate: 'Settings → IdP Configuration → View Certificate → Public Key',
} as const;

const application = 'Applications → AWS IAM Identity Center';

/** Fields of the SAML 2.0 Generic application in AdminX. */
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

/** Fields of IAM Identity Center. */
export const source = {
  metadata:
    'Settings → Identity source → Change identity source → External identity provider → IdP SAML metadata',
  portalUrl: 'Settings → Identity source → AWS access portal URL',
  acsUrl: 'Settings → Identity source → ACS URL for SAML',
  issuerUrl: 'Settings → Identity source → Issuer URL',
  users: 'Users',
  accounts: 'AWS accounts → Assign users or groups',
} as const;
