import type { Fix } from '../../model/check.ts';
import { adminX, app, identityCenter, idpConfiguration, source } from './fields.ts';

const fromMetadataUrl = 'Download the metadata again, and import it in IAM Identity Center unchanged.';
const newCertificate =
  'Have a new signing certificate made (RSA, 2048 bits, SHA-256), and import it in IAM Identity Center before it is used.';
const emailValue = 'Set it to email; the value must be the user name in IAM Identity Center → Users.';

/** Fields of the identity provider’s own configuration, which its metadata shows. */
const metadataFixes: Readonly<Record<string, Fix>> = {
  'metadata/idp-readable': adminX(idpConfiguration.metadataUrl, fromMetadataUrl),
  'metadata/idp-schema': adminX(idpConfiguration.metadataUrl, fromMetadataUrl),
  'metadata/idp-role': adminX(idpConfiguration.metadataUrl, fromMetadataUrl),
  'metadata/idp-validity': adminX(idpConfiguration.metadataUrl, fromMetadataUrl),
  'metadata/idp-secrets': adminX(
    idpConfiguration.metadataUrl,
    'Remove the secret, replace it, and import the metadata again.',
  ),
  'metadata/idp-size': adminX(
    idpConfiguration.metadataUrl,
    'Keep the file at 75,000 characters or less: remove old certificates.',
  ),
  'metadata/idp-entity-id': adminX(
    idpConfiguration.entityId,
    'Enter a URI of at most 1024 characters as entity ID.',
  ),
  'metadata/idp-sso-service': adminX(
    idpConfiguration.ssoUrl,
    'Publish the address for HTTP-Redirect and HTTP-POST.',
  ),
  'metadata/idp-endpoints-https': adminX(idpConfiguration.ssoUrl, 'Enter the address with https.'),
  'metadata/idp-name-id-format': adminX(
    app.nameIdFormat,
    'Choose urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.',
  ),
  'metadata/idp-signing-key': adminX(
    idpConfiguration.certificate,
    'Publish the signing certificate in the metadata.',
  ),
  'metadata/idp-key-strength': adminX(idpConfiguration.certificate, newCertificate),
  'metadata/idp-key-use': adminX(
    idpConfiguration.certificate,
    'Publish the certificate with the use “signing”.',
  ),
  'metadata/idp-key-rollover': adminX(
    idpConfiguration.certificate,
    'Withdraw the old certificate when the rollover is over.',
  ),
  'metadata/idp-certificate-current': adminX(idpConfiguration.certificate, newCertificate),
  'metadata/idp-certificate-renewal': adminX(idpConfiguration.certificate, newCertificate),
  'metadata/idp-certificate-extensions': adminX(idpConfiguration.certificate, newCertificate),
};

/** Fields of the application that issues the assertion. */
const applicationFixes: Readonly<Record<string, Fix>> = {
  'response/destination': adminX(app.acsUrl, `Copy the value from IAM Identity Center → ${source.acsUrl}.`),
  'response/issuer': adminX(
    idpConfiguration.entityId,
    `Keep the entity ID that is imported in IAM Identity Center.`,
  ),
  'response/one-assertion': adminX(app.all, 'Keep one application per relying party, with one assertion.'),
  'assertion/issuer': adminX(
    idpConfiguration.entityId,
    'Keep the entity ID that is imported in IAM Identity Center.',
  ),
  'subject/name-id': adminX(app.nameIdValue, emailValue),
  'subject/name-id-form': adminX(app.nameIdValue, emailValue),
  'subject/name-id-white-space': adminX(
    app.nameIdValue,
    'Remove the white space from the person’s e-mail address in 1Kosmos.',
  ),
  'subject/user-name': adminX(app.nameIdValue, emailValue),
  'subject/name-id-format': adminX(
    app.nameIdFormat,
    'Choose urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.',
  ),
  'subject/name-qualifiers': adminX(
    app.nameIdFormat,
    'Choose urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.',
  ),
  'subject/recipient': adminX(app.acsUrl, `Copy the value from IAM Identity Center → ${source.acsUrl}.`),
  'conditions/audience': adminX(
    app.entityId,
    `Copy the value from IAM Identity Center → ${source.issuerUrl}.`,
  ),
  'conditions/presence': adminX(
    app.entityId,
    `Copy the value from IAM Identity Center → ${source.issuerUrl}.`,
  ),
  'conditions/audience-restriction': adminX(
    app.entityId,
    `Copy the value from IAM Identity Center → ${source.issuerUrl}.`,
  ),
  'attributes/required': adminX(
    app.claims,
    'Add the claims email (Username), firstname (first_name) and lastname (last_name).',
  ),
  'attributes/value': adminX(
    app.claims,
    'Map each claim to the attribute that the guide’s table names: user.email, user.firstName, user.lastName.',
  ),
  'attributes/value-absent': adminX(app.claims, 'Map the claim to an attribute that every person has.'),
  'attributes/value-placeholder': adminX(
    app.claims,
    'Choose the attribute from the list; its name was sent as a text.',
  ),
  'attributes/value-type': adminX(app.claims, 'Map the claim to an attribute of the right kind.'),
  'attributes/repeated': adminX(app.claims, 'Delete the second claim of this name.'),
  'attributes/released': adminX(app.claims, 'Delete the claims that the guide’s table does not name.'),
  'attributes/single-valued': adminX(app.claims, 'Map the claim to an attribute with one value.'),
  'attributes/nested-xml': adminX(app.claims, 'Map the claim to a plain text.'),
  'attributes/name-form': adminX(app.claims, 'Enter the claim’s name exactly as the guide’s table has it.'),
  'attributes/encoding': adminX(
    app.claims,
    'Correct the person’s name in 1Kosmos, and look at the directory it comes from.',
  ),
  'subject/confirmation-data': adminX(
    app.acsUrl,
    `Copy the value from IAM Identity Center → ${source.acsUrl}.`,
  ),
  'request/name-id-policy': adminX(
    app.nameIdFormat,
    'Choose urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress.',
  ),
  'metadata/sp-assertions-signed': adminX(app.assertionSigning, 'Switch it on.'),
  'signature/presence': adminX(app.assertionSigning, 'Switch it on.'),
  'signature/coverage': adminX(app.assertionSigning, 'Switch it on, so that every assertion is signed.'),
  'signature/key': identityCenter(
    source.metadata,
    `Import the certificate that AdminX shows under ${idpConfiguration.certificate}.`,
  ),
  'signature/value': identityCenter(
    source.metadata,
    `Import the certificate that AdminX shows under ${idpConfiguration.certificate}.`,
  ),
  'signature/key-info': adminX(
    idpConfiguration.certificate,
    'Sign with the certificate that the metadata publishes.',
  ),
  'algorithms/public-key': adminX(idpConfiguration.certificate, newCertificate),
  'algorithms/signature': adminX(app.assertionSigning, 'Choose RSA with SHA-256.'),
  'algorithms/digest': adminX(app.assertionSigning, 'Choose SHA-256.'),
  'algorithms/key-size': adminX(idpConfiguration.certificate, newCertificate),
};

/** Where the identity provider’s part is mended. */
export const idpFixes: Readonly<Record<string, Fix>> = { ...metadataFixes, ...applicationFixes };
