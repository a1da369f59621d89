import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases/index.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { 'scim-service': {} } }).integrations['scim-service'];

/** A SCIM service on its own, tried case by case: the double of IAM Identity Center's, or a real one. */
export default defineIntegration({
  id: 'scim-service',
  title: 'A SCIM 2.0 service, by RFC 7643, RFC 7644 and what AWS leaves out of them',
  profile: 'scim-service-identity-center',
  liveMutations: true,
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Enable automatic provisioning: SCIM endpoint and access token',
      checks: ['scim-service/identity-center', 'scim-service/token-kept'],
    },
  ],
});
