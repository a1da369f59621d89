/**
 * @boxyhq/saml20 validates assertions and builds requests; the application keeps the request IDs and hands the
 * expected one over. Set up with public key and audience as in its README.
 */
import { deflateRawSync } from 'node:zlib';
import { serve } from './server.mjs';

const nameIdentifier = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier';

serve(({ load, entityId, acsUrl, idp, sp }) => {
  const saml = load('@boxyhq/saml20').default;
  return {
    login: async (relayState) => {
      const { id, request } = saml.request({
        ssoUrl: idp.ssoUrl,
        entityID: entityId,
        callbackUrl: acsUrl,
        signingKey: sp.privateKeyPem,
        publicKey: sp.certificatePem,
      });
      const url = new URL(idp.ssoUrl);
      url.searchParams.set('SAMLRequest', deflateRawSync(Buffer.from(request)).toString('base64'));
      if (relayState !== undefined) url.searchParams.set('RelayState', relayState);
      return { url: url.href, requestId: id };
    },
    accept: async ({ body, pending }) => {
      const response = Buffer.from(body.SAMLResponse, 'base64').toString('utf8');
      const options = { publicKey: idp.certificateDer, audience: entityId };
      const claims = await firstOf([...pending], async (inResponseTo) => {
        const profile = await saml.validate(response, { ...options, inResponseTo });
        if (!pending.delete(inResponseTo)) throw new Error('That request has been answered.');
        return profile.claims;
      });
      return { nameId: claims[nameIdentifier] };
    },
  };
});

/** The first that is taken; the browser may have begun several logins. */
async function firstOf(requestIds, call) {
  let last = new Error('This browser waits for no answer.');
  for (const id of requestIds) {
    try {
      return await call(id);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
