import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { 'cognito-identity-pool': {} } }).integrations[
  'cognito-identity-pool'
];

/** A SAML identity provider in front of a Cognito identity pool. */
export default defineIntegration({
  id: 'cognito-identity-pool',
  title: '1Kosmos → Cognito identity pool (IdP-initiated, by SAML)',
  profile: 'cognito-identity-pool',
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Create a SAML provider in IAM from the identity provider’s metadata',
      checks: ['metadata/idp-entity-id', 'metadata/idp-signing-key', 'setup/certificate', 'signature/key'],
    },
    {
      step: 'User access → Add identity provider → SAML: choose the provider',
      checks: [
        'identity-pool/provider-listed',
        'identity-pool/provider-name-length',
        'identity-pool/login-key',
      ],
    },
    {
      step: 'Role settings: default role, or rules of claim, operator, value and role',
      checks: [
        'identity-pool/rule-claim-sent',
        'identity-pool/rule-reachable',
        'identity-pool/rule-role',
        'identity-pool/role-agreed',
        'identity-pool/role-given',
      ],
    },
    {
      step: 'Role resolution: deny, or the authenticated role',
      checks: ['identity-pool/role-resolution', 'identity-pool/default-role'],
    },
    {
      step: 'Attributes for access control: inactive, default or custom mappings',
      checks: ['identity-pool/tag-claim-sent', 'identity-pool/tags-agreed', 'identity-pool/tags-given'],
    },
    {
      step: 'Trust policy of each role: the pool as aud, authenticated as amr',
      checks: ['identity-pool/trust-audience', 'identity-pool/trust-pool', 'identity-pool/trust-method'],
    },
    {
      step: 'Configure the assertion: audience, Recipient, Role',
      checks: ['aws/audience', 'aws/recipient', 'identity-pool/role-claim'],
    },
    {
      step: 'Hand the assertion to GetId and GetCredentialsForIdentity, once each',
      checks: ['identity-pool/login-token', 'identity-pool/used-once', 'identity-pool/enhanced-flow'],
    },
  ],
});
