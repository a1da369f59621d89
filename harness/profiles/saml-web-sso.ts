import { defineProfile } from '../model/profile.ts';
import { algorithmsRules } from './saml-web-sso/algorithms.ts';
import { assertionRules } from './saml-web-sso/assertion.ts';
import { attributesRules } from './saml-web-sso/attributes.ts';
import { authenticatorRules } from './saml-web-sso/authenticator.ts';
import { authnStatementRules } from './saml-web-sso/authn-statement.ts';
import { conditionsRules } from './saml-web-sso/conditions.ts';
import { encryptionRules } from './saml-web-sso/encryption.ts';
import { metadataRules } from './saml-web-sso/metadata.ts';
import { outcomeRules } from './saml-web-sso/outcome.ts';
import { replayRules } from './saml-web-sso/replay.ts';
import { requestRules } from './saml-web-sso/request.ts';
import { responseRules } from './saml-web-sso/response.ts';
import { sessionRules } from './saml-web-sso/session.ts';
import { setupRules } from './saml-web-sso/setup.ts';
import { signatureRules } from './saml-web-sso/signature.ts';
import { subjectRules } from './saml-web-sso/subject.ts';
import { transportRules } from './saml-web-sso/transport.ts';

/** The rules of the Web Browser SSO profile, before any product adds its own. */
export const samlWebSsoRules = {
  ...metadataRules,
  ...requestRules,
  ...responseRules,
  ...assertionRules,
  ...subjectRules,
  ...conditionsRules,
  ...authnStatementRules,
  ...attributesRules,
  ...signatureRules,
  ...algorithmsRules,
  ...encryptionRules,
  ...transportRules,
  ...authenticatorRules,
  ...sessionRules,
  ...outcomeRules,
  ...setupRules,
  ...replayRules,
};

/** SAML 2.0 Web Browser SSO as the standard has it. */
export const samlWebSso = defineProfile({
  id: 'saml-web-sso',
  title: 'SAML 2.0 Web Browser SSO',
  version: 2,
  extends: [],
  skewMs: 180_000,
  checks: samlWebSsoRules,
});
