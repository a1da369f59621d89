import type { Fix } from '../../model/check.ts';

export {
  bearer,
  cognito,
  core,
  discovery,
  issuerParameter,
  jwk,
  jwt,
  jwtPractice,
  kosmos,
  oauth,
  pkce,
  practice,
} from '../../aws/oidc-refs.ts';

/** Where the provider is mended. */
export const providerFix = (field: string, change: string): Fix => ({
  console: '1Kosmos AdminX',
  field,
  change,
});
/** Where the pool is mended. @param field path below the user pool's page */
export const poolFix = (field: string, change: string): Fix => ({
  console: 'Amazon Cognito',
  field: `User pool → ${field}`,
  change,
});
/** Where the application behind the pool is mended. */
export const appFix = (field: string, change: string): Fix => ({ console: 'Application', field, change });

export const providerPage = 'Social and external providers → the provider';
export const mappingPage = `${providerPage} → Attribute mapping`;
export const clientPage = 'App clients → the client → Login pages';
