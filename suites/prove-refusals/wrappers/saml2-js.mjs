/**
 * saml2-js as in the example of its README, which allows assertions that are not encrypted. It keeps no request IDs:
 * the application compares InResponseTo with those that it got from `create_login_request_url`.
 */
import { serve } from './server.mjs';

serve(({ load, entityId, acsUrl, idp, sp }) => {
  const saml2 = load('saml2-js');
  const own = new saml2.ServiceProvider({
    entity_id: entityId,
    private_key: sp.privateKeyPem,
    certificate: sp.certificatePem,
    assert_endpoint: acsUrl,
    sign_get_request: false,
    allow_unencrypted_assertion: true,
  });
  const provider = new saml2.IdentityProvider({
    sso_login_url: idp.ssoUrl,
    sso_logout_url: idp.ssoUrl,
    certificates: idp.certificatePem,
    allow_unencrypted_assertion: true,
  });
  return {
    login: (relayState) =>
      new Promise((resolve, reject) => {
        own.create_login_request_url(provider, { relay_state: relayState }, (error, url, requestId) =>
          error ? reject(error) : resolve({ url, requestId }),
        );
      }),
    accept: ({ body, pending }) =>
      new Promise((resolve, reject) => {
        own.post_assert(provider, { request_body: body }, (error, answer) => {
          if (error) return reject(error);
          if (!pending.delete(answer.response_header.in_response_to))
            return reject(new Error('InResponseTo names no request.'));
          resolve({ nameId: answer.user.name_id });
        });
      }),
  };
});
