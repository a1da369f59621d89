import { defineProfile } from '../model/profile.ts';
import { oidcLoginRules } from './cognito-user-pool/login.ts';
import { oidcRules } from './cognito-user-pool/oidc.ts';

/** 1Kosmos as OpenID Connect provider of an Amazon Cognito user pool, an application and an API behind it. */
export const cognitoUserPoolOidc = defineProfile({
  id: 'cognito-user-pool-oidc',
  title: 'OpenID Connect federation into an Amazon Cognito user pool',
  version: 1,
  extends: [],
  skewMs: 180_000,
  checks: {
    ...oidcLoginRules,
    ...oidcRules,
    // The error page of the hosted UI has AWS's own words.
    'outcome/refusal-helps': { severity: 'warning', options: { fixedPages: ['refused-by-sp'] } },
  },
});
