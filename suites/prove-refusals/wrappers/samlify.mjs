/**
 * samlify as its documentation sets it up: metadata on both sides, assertions signed, a schema validator. It keeps no
 * request IDs: the application compares InResponseTo, as the documentation tells it to.
 */
import { serve } from './server.mjs';

serve(({ load, entityId, acsUrl, idp }) => {
  const samlify = load('samlify');
  samlify.setSchemaValidator(load('@authenio/samlify-node-xmllint'));
  const binding = samlify.Constants.namespace.binding;
  const provider = samlify.IdentityProvider({
    entityID: idp.entityId,
    signingCert: idp.certificatePem,
    wantAuthnRequestsSigned: false,
    singleSignOnService: [{ Binding: binding.redirect, Location: idp.ssoUrl }],
  });
  const own = samlify.ServiceProvider({
    entityID: entityId,
    wantAssertionsSigned: true,
    authnRequestsSigned: false,
    assertionConsumerService: [{ Binding: binding.post, Location: acsUrl }],
  });
  return {
    login: async (relayState) => {
      const { id, context } = own.createLoginRequest(provider, 'redirect');
      const query = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
      return { url: `${context}${query}`, requestId: id };
    },
    accept: async ({ body, pending }) => {
      const { extract } = await own.parseLoginResponse(provider, 'post', { body });
      if (!pending.delete(extract.response.inResponseTo)) throw new Error('InResponseTo names no request.');
      return { nameId: extract.nameID };
    },
  };
});
