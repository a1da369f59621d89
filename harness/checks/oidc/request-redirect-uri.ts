import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, show, wasSent } from './_oidc.ts';
import { cognito, practice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-redirect-uri',
  title: {
    holds: 'The pool asks for the answer at its own address',
    fails: 'The pool asks for the answer at another address than its own',
  },
  why: 'The provider compares the address to the letter, and codes sent elsewhere are lost or stolen.',
  fix: providerFix('OpenID Connect → Redirect URIs', 'Register the pool’s domain with /oauth2/idpresponse.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito('cognito-user-pools-oidc-idp', 'The redirect URI is /oauth2/idpresponse of the pool’s domain.'),
    practice('2.1', 'Redirect URIs are compared exactly.'),
  ],
  messages: { other: 'The request asks for the answer at {observed}.' },
  applies: wasSent,
  run: ({ oidc }) => {
    const expected = `${oidc.pool.hostedUi}/oauth2/idpresponse`;
    const asked = queryOf(federationOf(oidc).authorizeUrl).get('redirect_uri');
    return asked === expected
      ? []
      : [fault('other', show(expected), show(asked), '/federation/authorizeUrl')];
  },
});
