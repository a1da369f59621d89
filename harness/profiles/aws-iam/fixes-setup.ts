import type { Fix } from '../../model/check.ts';
import { adminX, idpConfiguration } from '../aws-identity-center/fields.ts';
import { app, fields, iam } from './fields.ts';

const signIn = 'https://signin.aws.amazon.com/saml';
const acs = adminX(app.acsUrl, `Enter ${signIn}, or the address of your region or provider.`);
const entity = adminX(app.entityId, 'Enter urn:amazon:webservices.');
const upload = iam(
  fields.metadata,
  `Upload the file from AdminX → ${idpConfiguration.metadataUrl} as it is published now.`,
);
const certificate = adminX(idpConfiguration.certificate, 'Have an RSA key of 2048 bits or more made.');
const trust = (change: string) => iam(fields.trust, change);

/** Where values are carried from one console to the other, and where roles are mended. */
export const setupFixes: Readonly<Record<string, Fix>> = {
  'aws/audience': entity,
  'aws/service': adminX(
    `${app.entityId} and Assertion Consumer Service URL`,
    `Enter urn:amazon:webservices and ${signIn}; IAM Identity Center gets an application of its own.`,
  ),
  'aws/recipient': acs,
  'aws/destination': acs,
  'aws/encryption-recipient': adminX(
    app.acsUrl,
    `Enter the sign-in URL that IAM shows at ${fields.encryption}.`,
  ),
  'aws/relay-state': adminX(
    app.accessUrl,
    'Set the default relay state to a page of the AWS console, or to nothing.',
  ),
  'aws/name-id-format': adminX(
    app.nameIdFormat,
    'Choose urn:oasis:names:tc:SAML:2.0:nameid-format:persistent or the e-mail format.',
  ),
  'aws/redeem-in-time': adminX(idpConfiguration.ssoUrl, 'Check the tenant’s clock; start the login anew.'),
  'aws/page-size': adminX(app.claims, 'Send only the roles and claims that AWS needs.'),
  'aws/metadata-key-size': certificate,
  'aws/metadata-key-count': adminX(idpConfiguration.certificate, 'Withdraw certificates that are not used.'),
  'aws/provider-exists': iam(fields.add, 'Create it from the AdminX metadata, under the name in the ARN.'),
  'aws/provider-issuer': upload,
  'aws/provider-certificate': upload,
  'aws/provider-expiry': upload,
  'aws/provider-alike': iam(
    'Identity providers',
    'Delete the provider that is not in use, after its roles trust the other one.',
  ),
  'aws/provider-private-keys': iam(fields.encryption, 'Upload the private key for decryption.'),
  'aws/encryption': iam(fields.encryption, 'Choose the mode that fits the application in AdminX.'),
  'aws/recipient-trusted': trust(`List under SAML:aud the address of AdminX → ${app.acsUrl}.`),
  'aws/trust-readable': trust('Correct the document at the place named.'),
  'aws/trust-provider': trust(`Name the ARN of ${fields.arn} as Federated principal.`),
  'aws/trust-action': trust('Add sts:AssumeRoleWithSAML to the Action.'),
  'aws/trust-audience': trust(`Add the condition StringEquals, SAML:aud, ${signIn}.`),
  'aws/trust-conditions': trust('Compare the condition with what AdminX sends.'),
  'aws/trust-denied': trust('Narrow the condition of the Deny statement.'),
  'aws/trust-wildcard': trust('Name the provider’s ARN in place of the wildcard.'),
  'aws/tag-session': trust('Add sts:TagSession to the Action.'),
  'aws/set-source-identity': trust('Add sts:SetSourceIdentity to the Action.'),
  'aws/fallback-administrator': iam(
    fields.users,
    'Keep a direct administrator account accessible during the rollout.',
  ),
  'aws/accepted': trust('Follow the other findings of this login; AWS names only the first fault.'),
  'setup/idp-entity-id': upload,
  'setup/sso-url': upload,
  'setup/certificate': upload,
  'setup/acs-url': acs,
  'setup/issuer-url': entity,
  'metadata/idp-keys-imported': upload,
  'metadata/idp-keys-withdrawn': upload,
  'metadata/idp-size': adminX(
    idpConfiguration.metadataUrl,
    'Keep the file between 1,000 and 10,000,000 characters.',
  ),
  'metadata/idp-key-strength': certificate,
  'conditions/audience': entity,
  'conditions/presence': entity,
  'conditions/audience-restriction': entity,
  'subject/recipient': acs,
  'subject/confirmation': adminX(app.all, 'Keep one bearer confirmation: AWS takes exactly one.'),
  'subject/name-id': adminX(app.nameIdValue, 'Set it to email; AWS refuses a response without NameID.'),
  'response/destination': acs,
  'response/size': adminX(app.claims, 'Send only the roles and claims that AWS needs.'),
  'response/in-response-to': adminX(app.all, 'Start the login at 1Kosmos: AWS sends no requests.'),
  'attributes/required': adminX(app.claims, 'Add the claim that the mapping table names.'),
  'attributes/value': adminX(app.claims, 'Map the claim to the attribute that the mapping table names.'),
  'attributes/released': adminX(app.claims, 'Delete the claims that the mapping table does not name.'),
  'transport/response-address': acs,
  'transport/response-in-url': adminX(app.method, 'Set it to POST.'),
  'signature/presence': adminX(app.assertionSigning, 'Switch it on.'),
};
