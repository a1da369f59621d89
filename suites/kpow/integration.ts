import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';

const byDefault = configSchema.parse({ integrations: { kpow: {} } }).integrations.kpow;

/** Kpow, or another application, behind IAM Identity Center as a custom SAML 2.0 application. */
export default defineIntegration({
  id: 'kpow',
  title: 'IAM Identity Center → Kpow (a custom SAML application)',
  profile: 'saml-app-identity-center',
  liveMutations: true,
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases,
  guide: [
    {
      step: 'Create an Amazon SSO application: display name, session duration, relay state, start URL',
      checks: ['saml-app/session-duration', 'saml-app/relay-state', 'saml-app/start-url'],
    },
    {
      step: 'Application metadata: ACS URL and SAML audience',
      checks: ['saml-app/acs-url', 'saml-app/audience', 'subject/recipient', 'conditions/audience'],
    },
    {
      step: 'Download the metadata file and the certificate, and start Kpow with them',
      checks: ['metadata/idp-entity-id', 'metadata/idp-signing-key', 'setup/certificate', 'signature/key'],
    },
    {
      step: 'Attribute mappings: the groups of the user as the roles of Kpow',
      checks: [
        'saml-app/mapping-expression',
        'saml-app/mapping-agreed',
        'saml-app/subject-mapping',
        'attributes/required',
        'attributes/value',
      ],
    },
    {
      step: 'Role based access control: the GUID of the group, or its SID',
      checks: ['saml-app/role-form', 'saml-app/role-known', 'saml-app/roles-shown', 'saml-app/role-entitled'],
    },
  ],
});
