import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { idemeum: {} } }).integrations.idemeum;

/**
 * idemeum in front of IAM Identity Center: people start from the catalog, and are provisioned by SCIM. Only
 * IdP-initiated, as the vendor's guide says; that a login from AWS's side is not answered is one of the cases.
 */
export default defineIntegration({
  id: 'idemeum',
  title: 'idemeum → AWS IAM Identity Center, with SCIM provisioning (IdP-initiated)',
  profile: 'idemeum-identity-center',
  liveMutations: true,
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Configure AWS for SSO: upload the idemeum metadata file',
      checks: [
        'metadata/idp-entity-id',
        'metadata/idp-signing-key',
        'metadata/idp-size',
        'setup/certificate',
      ],
    },
    {
      step: 'Configure idemeum for SSO: paste the AWS metadata file, Load Config, SAVE',
      checks: ['setup/issuer-url', 'setup/acs-url', 'subject/name-id-format', 'signature/presence'],
    },
    {
      step: 'Enable SCIM provisioning in AWS: take note of SCIM endpoint and Access token',
      checks: ['scim/base-url', 'scim/bearer-token'],
    },
    {
      step: 'Enable SCIM provisioning in idemeum: SCIM Base URL, Access Token, group provisioning set to true, Save',
      checks: ['scim/accepted', 'scim/users-there', 'scim/groups-there', 'scim/members-same', 'scim/name-id'],
    },
    {
      step: 'Set up groups in AWS: assign permission sets to the groups that were pushed',
      checks: ['identity-center/assignment', 'identity-center/access-shown'],
    },
    {
      step: 'Application entitlements: assign applications to your employees',
      checks: [
        'scim/leavers-off',
        'scim/users-active',
        'outcome/as-expected',
        'outcome/assertion-after-refusal',
      ],
    },
  ],
});
