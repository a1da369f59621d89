import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { '1kosmos-aws-iam': {} } }).integrations[
  '1kosmos-aws-iam'
];

/**
 * 1Kosmos straight into roles of AWS accounts. Only IdP-initiated: AWS sign-in sends no AuthnRequest, so there is no
 * SP-initiated login to test.
 */
export default defineIntegration({
  id: '1kosmos-aws-iam',
  title: '1Kosmos → AWS IAM roles (IdP-initiated; AWS sign-in knows no other way)',
  profile: 'aws-iam',
  liveMutations: true,
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Collect the metadata from AdminX and create an IAM identity provider with it',
      checks: [
        'metadata/idp-entity-id',
        'metadata/idp-signing-key',
        'metadata/idp-size',
        'setup/certificate',
      ],
    },
    {
      step: 'Update the trust relationship of each role: the provider’s ARN and the SAML condition keys',
      checks: ['aws/role-exists', 'aws/role-provider'],
    },
    {
      step: 'Pass role and provider ARNs in the assertion',
      checks: ['aws/role-attribute', 'aws/role-pair', 'aws/session-name'],
    },
    { step: 'Test with a single user', checks: ['outcome/as-expected'] },
  ],
});
