import type { Fix } from '../../model/check.ts';

const center = (field: string, change: string): Fix => ({ console: 'IAM Identity Center', field, change });
const application = 'Applications → the application';
const own = (field: string, change: string): Fix => ({ console: 'the application', field, change });

const metadata = `${application} → Details → IAM Identity Center SAML metadata file`;
const mappings = `${application} → Edit attribute mappings`;

/** Fields of the console of IAM Identity Center, and of the application, that set what a check is about. */
export const identityCenterAppFixes: Readonly<Record<string, Fix>> = {
  'attributes/required': center(mappings, 'Add the line under exactly the name that the application reads.'),
  'attributes/value': center(mappings, 'Map the attribute to the source that was agreed.'),
  'attributes/released': center(mappings, 'Delete the line, or add it to the agreed attributes.'),
  'conditions/audience': center(
    `${application} → Edit configuration → Application SAML audience`,
    'Enter the audience that the application expects, to the letter.',
  ),
  'conditions/validity': center(
    `${application} → Edit configuration → Session duration`,
    'Shorten it: the assertion itself may be used as long as the session lasts.',
  ),
  'subject/confirmation-lifetime': center(
    `${application} → Edit configuration → Session duration`,
    'Shorten it: the assertion itself may be used as long as the session lasts.',
  ),
  'subject/name-id-format': center(
    mappings,
    'Choose the format that the application asks for, in the line of Subject.',
  ),
  'subject/user-name': center(
    mappings,
    'Map Subject to the attribute by which the application knows people.',
  ),
  'setup/certificate': own(
    'SAML_CERT and SAML_METADATA_FILE, or their like',
    `Download metadata and certificate anew (${metadata}) after every rotation, and start the application with them.`,
  ),
  'setup/idp-entity-id': own(
    'SAML_METADATA_FILE, or its like',
    `Give it the file of this very application: ${metadata}.`,
  ),
  'setup/sso-url': own(
    'SAML_METADATA_FILE, or its like',
    `Give it the file of this very application: ${metadata}.`,
  ),
  'signature/key': own(
    'SAML_CERT and SAML_METADATA_FILE, or their like',
    `Give it the certificate in force: ${application} → Manage certificate.`,
  ),
  'metadata/idp-keys-imported': own(
    'SAML_CERT, or its like',
    'Give it every certificate of the metadata file, or leave it out where the metadata suffices.',
  ),
  'request/issuer': own(
    'SAML_RELYING_PARTY_IDENTIFIER, or its like',
    'Use one name for the application’s entity ID and the Application SAML audience.',
  ),
  'request/acs': own('SAML_ACS_URL, or its like', 'Use one address there and as Application ACS URL.'),
};
