/**
 * @node-saml/node-saml with the defaults of its README (response and assertion signed, audience checked) and its own
 * validation of InResponseTo switched on, with its own cache.
 */
import { serve } from './server.mjs';

serve(({ load, entityId, acsUrl, idp }) => {
  const { SAML } = load('@node-saml/node-saml');
  const saml = new SAML({
    callbackUrl: acsUrl,
    entryPoint: idp.ssoUrl,
    issuer: entityId,
    audience: entityId,
    // Renamed in 5.0.0; each release ignores the other name.
    idpCert: idp.certificatePem,
    cert: idp.certificatePem,
    idpIssuer: idp.entityId,
    validateInResponseTo: 'always',
  });
  return {
    login: async (relayState) => ({ url: await saml.getAuthorizeUrlAsync(relayState ?? '', undefined, {}) }),
    accept: async ({ body }) => {
      const { profile } = await saml.validatePostResponseAsync(body);
      return { nameId: profile.nameID, sessionIndex: profile.sessionIndex };
    },
    logoutRequest: async ({ body }) => {
      const { profile } = await saml.validatePostRequestAsync(body);
      return { nameId: profile.nameID, sessionIndex: profile.sessionIndex };
    },
  };
});
