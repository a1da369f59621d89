import type { Fix } from '../../model/check.ts';
import { adminX, app, identityCenter, idpConfiguration, source } from './fields.ts';

const importAnew = identityCenter(source.metadata, 'Upload the metadata file from AdminX again.');

/** Where values, users and assignments are entered. */
export const setupFixes: Readonly<Record<string, Fix>> = {
  'setup/idp-entity-id': identityCenter(
    source.metadata,
    `Upload the metadata from AdminX again; its entity ID is that of ${idpConfiguration.entityId}.`,
  ),
  'setup/sso-url': identityCenter(
    source.metadata,
    `Upload the metadata from AdminX again; its address is that of ${idpConfiguration.ssoUrl}.`,
  ),
  'setup/certificate': identityCenter(
    source.metadata,
    `Import the certificate from AdminX → ${idpConfiguration.certificate}.`,
  ),
  'setup/acs-url': adminX(app.acsUrl, `Copy the value from IAM Identity Center → ${source.acsUrl}.`),
  'setup/issuer-url': adminX(app.entityId, `Copy the value from IAM Identity Center → ${source.issuerUrl}.`),
  'identity-center/acs-url': adminX(
    app.acsUrl,
    `Copy the value from IAM Identity Center → ${source.acsUrl}.`,
  ),
  'identity-center/issuer-url': adminX(
    app.entityId,
    `Copy the value from IAM Identity Center → ${source.issuerUrl}.`,
  ),
  'aws/service': adminX(
    `${app.entityId} and Assertion Consumer Service URL`,
    'Copy both values from IAM Identity Center → Settings → Identity source; urn:amazon:webservices is that of IAM.',
  ),
  'identity-center/region': adminX(
    `${app.entityId} and Assertion Consumer Service URL`,
    'Copy both values from the same IAM Identity Center → Settings → Identity source page.',
  ),
  'identity-center/instance': adminX(
    app.accessUrl,
    `Copy the value from IAM Identity Center → ${source.portalUrl} of the instance whose issuer URL is entered.`,
  ),
  'identity-center/user-exists': identityCenter(
    source.users,
    'Create or synchronise the user, with the e-mail address of 1Kosmos as user name.',
  ),
  'identity-center/user-active': identityCenter(
    `${source.users} → the user → Enable user access`,
    'Enable the user, or remove the person from the application in AdminX.',
  ),
  'identity-center/assignment': identityCenter(
    source.accounts,
    'Select the account, and assign a permission set to the user or to one of their groups.',
  ),
  'identity-center/access-shown': identityCenter(
    source.accounts,
    'Compare the permission sets of the user and of their groups with what was agreed.',
  ),
  'encryption/recipient-key': adminX(
    app.all,
    'Switch assertion encryption off: IAM Identity Center takes none.',
  ),
  'encryption/content': adminX(app.all, 'Switch assertion encryption off: IAM Identity Center takes none.'),
  'encryption/key-transport': adminX(
    app.all,
    'Switch assertion encryption off: IAM Identity Center takes none.',
  ),
  'identity-center/attribute-count': adminX(app.claims, 'Keep at most 50 claims named AccessControl:….'),
  'identity-center/attribute-single': adminX(app.claims, 'Map the claim to a source with one value.'),
  'identity-center/attribute-unique': adminX(app.claims, 'Delete the second claim of this name.'),
  'identity-center/attribute-name-format': adminX(
    app.claims,
    'Set the claim’s name format to URI, basic or unspecified.',
  ),
  'identity-center/attribute-plain': adminX(
    app.claims,
    'Map the claim to a plain text of at most 256 letters, digits, spaces and _ . : / = + - @.',
  ),
  'metadata/idp-keys-imported': identityCenter(
    source.metadata,
    `Import the new certificate from AdminX → ${idpConfiguration.certificate} beside the old one.`,
  ),
  'metadata/idp-keys-withdrawn': identityCenter(
    'Settings → Identity source → Manage authentication → SAML 2.0 certificates',
    'Delete the certificate that AdminX no longer shows.',
  ),
  'request/destination': importAnew,
  'request/target': importAnew,
  'request/issuer': adminX(app.entityId, `Copy the value from IAM Identity Center → ${source.issuerUrl}.`),
  'request/acs': adminX(app.acsUrl, `Copy the value from IAM Identity Center → ${source.acsUrl}.`),
  'request/signed': identityCenter(source.metadata, 'Upload metadata that does not demand signed requests.'),
  'metadata/signed-requests': adminX(
    idpConfiguration.metadataUrl,
    'Do not demand signed requests: IAM Identity Center does not sign them.',
  ),
};
