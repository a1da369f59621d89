import { configSchema } from '../../harness/config/schema.ts';
import { defineIntegration } from '../../harness/model/integration.ts';
import { cases } from './cases.ts';
import { describeParties } from './parties.ts';
import { stepUpCases } from './step-up/cases.ts';

const byDefault = configSchema.parse({ integrations: { 'cognito-user-pool': {} } }).integrations[
  'cognito-user-pool'
];

/** 1Kosmos as an OpenID Connect provider of an Amazon Cognito user pool, and step-up by its Lambda triggers. */
export default defineIntegration({
  id: 'cognito-user-pool',
  title: '1Kosmos → Amazon Cognito user pool (OpenID Connect, Lambda step-up)',
  profile: 'cognito-user-pool-oidc',
  targets: byDefault === undefined ? [] : describeParties(byDefault).targets,
  cases: [...cases, ...stepUpCases],
  guide: [
    {
      step: 'Mechanism A: add 1Kosmos as an OpenID Connect provider, with issuer, client and secret',
      checks: [
        'oidc/issuer-form',
        'oidc/discovery-document',
        'oidc/discovery-issuer',
        'oidc/discovery-client-auth',
        'oidc/request-client',
        'oidc/token-answer',
      ],
    },
    {
      step: 'Redirect to the authorize endpoint with the scope /assurance/ial/2',
      checks: [
        'oidc/request-endpoint',
        'oidc/request-redirect-uri',
        'oidc/request-openid',
        'oidc/request-assurance',
      ],
    },
    {
      step: 'On callback, the claims of the ID token become attributes of the pool',
      checks: [
        'oidc/mapping-required',
        'oidc/mapping-schema',
        'oidc/mapping-mutable',
        'oidc/mapping-writable',
        'oidc/mapping-assurance',
        'oidc/mapping-claims',
        'oidc/mapping-value',
      ],
    },
    {
      step: 'Access decisions are tied to the assurance claim',
      checks: [
        'oidc/assurance-claim',
        'oidc/assurance-level',
        'oidc/pool-token-assurance',
        'oidc/resource-token',
        'oidc/resource-assurance',
      ],
    },
    {
      step: 'Mechanism B: proofing at sign-up, by the triggers of the pool and a callback',
      checks: ['step-up/proofing-opened', 'step-up/proofing-session-kept'],
    },
    {
      step: 'Step-up: Define, Create and Verify auth challenge',
      checks: [
        'step-up/challenge-issued',
        'step-up/define-verified',
        'step-up/verify-asks',
        'step-up/tokens-verified',
        'step-up/assurance-claim',
      ],
    },
  ],
});
