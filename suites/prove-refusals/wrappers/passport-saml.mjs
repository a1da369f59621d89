/**
 * passport-saml as its README sets the strategy up, with audience and InResponseTo validated. The strategy is called
 * as passport calls it: one object a request, which is told the outcome.
 */
import { serve } from './server.mjs';

serve(({ load, entityId, acsUrl, idp }) => {
  const { Strategy } = load('passport-saml');
  const strategy = new Strategy(
    {
      callbackUrl: acsUrl,
      entryPoint: idp.ssoUrl,
      issuer: entityId,
      audience: entityId,
      cert: idp.certificateDer,
      idpIssuer: idp.entityId,
      validateInResponseTo: true,
    },
    (profile, done) => done(null, profile),
  );
  const authenticate = (request) =>
    new Promise((resolve, reject) => {
      const outcome = {
        success: (profile) => resolve({ profile }),
        redirect: (url) => resolve({ url }),
        fail: (challenge) => reject(challenge ?? new Error('The strategy failed.')),
        pass: () => reject(new Error('The strategy passed.')),
        error: reject,
      };
      Object.assign(Object.create(strategy), outcome).authenticate(request, {});
    });
  return {
    login: async (relayState) => {
      const query = relayState === undefined ? {} : { RelayState: relayState };
      const { url } = await authenticate({ query, body: {}, headers: {} });
      return { url };
    },
    accept: async ({ body }) => {
      const { profile } = await authenticate({ query: {}, body, headers: {} });
      return { nameId: profile?.nameID };
    },
  };
});
