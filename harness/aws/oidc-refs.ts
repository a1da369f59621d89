import type { SpecRef } from '../model/spec.ts';

type Cite = (section: string, says: string) => SpecRef;

/** OpenID Connect Core 1.0. */
export const core: Cite = (section, says) => ({ document: 'oidc-core', section, says });
/** OpenID Connect Discovery 1.0. */
export const discovery: Cite = (section, says) => ({ document: 'oidc-discovery', section, says });
/** OAuth 2.0. */
export const oauth: Cite = (section, says) => ({ document: 'rfc6749', section, says });
export const pkce: Cite = (section, says) => ({ document: 'rfc7636', section, says });
export const jwk: Cite = (section, says) => ({ document: 'rfc7517', section, says });
export const jwt: Cite = (section, says) => ({ document: 'rfc7519', section, says });
/** JSON Web Token Best Current Practices. */
export const jwtPractice: Cite = (section, says) => ({ document: 'rfc8725', section, says });
/** Best Current Practice for OAuth 2.0 Security. */
export const practice: Cite = (section, says) => ({ document: 'rfc9700', section, says });
export const issuerParameter: Cite = (section, says) => ({ document: 'rfc9207', section, says });
export const bearer: Cite = (section, says) => ({ document: 'rfc6750', section, says });
/** Pages of the Amazon Cognito developer guide, by name. */
export const cognito: Cite = (section, says) => ({ document: 'aws-cognito', section, says });
export const kosmos: Cite = (section, says) => ({ document: '1kosmos', section, says });
