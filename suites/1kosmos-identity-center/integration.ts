import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { '1kosmos-identity-center': {} } }).integrations[
  '1kosmos-identity-center'
];

/** 1Kosmos in front of IAM Identity Center, as the vendor's guide sets it up. */
export default defineIntegration({
  id: '1kosmos-identity-center',
  title: '1Kosmos → AWS IAM Identity Center',
  profile: 'aws-identity-center',
  liveMutations: true,
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Step 1: collect IdP metadata from AdminX',
      checks: ['metadata/idp-entity-id', 'metadata/idp-signing-key', 'metadata/idp-sso-service'],
    },
    {
      step: 'Step 2: configure 1Kosmos as the external identity provider in IAM Identity Center',
      checks: ['setup/idp-entity-id', 'setup/sso-url', 'setup/certificate', 'metadata/idp-size'],
    },
    {
      step: 'Step 3: add AWS as a SAML application in AdminX',
      checks: [
        'setup/issuer-url',
        'setup/acs-url',
        'subject/name-id-format',
        'attributes/required',
        'signature/presence',
      ],
    },
    {
      step: 'Step 4: assign users and permission sets in AWS',
      checks: ['identity-center/user-exists', 'subject/user-name', 'identity-center/access-shown'],
    },
    {
      step: 'Step 5: test the integration',
      checks: ['outcome/as-expected', 'transport/relay-state-returned', 'replay/other-browser'],
    },
  ],
});
