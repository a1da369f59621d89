import { defineProfile } from '../model/profile.ts';
import { poolSamlRules } from './cognito-user-pool/saml.ts';

/** A SAML provider of an Amazon Cognito user pool: what the pool demands beyond the standard, or leaves to it. */
export const cognitoUserPoolSaml = defineProfile({
  id: 'cognito-user-pool-saml',
  title: 'SAML federation into an Amazon Cognito user pool',
  version: 1,
  extends: ['saml-web-sso'],
  // The clock difference that the double allows; AWS publishes no figure.
  skewMs: 180_000,
  checks: poolSamlRules,
});
