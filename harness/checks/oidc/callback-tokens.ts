import { defineCheck } from '../../model/check.ts';
import { cameBack, fault, federationOf } from './_oidc.ts';
import { practice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/callback-tokens',
  title: {
    holds: 'No token travels in the provider’s answer',
    fails: 'A token travels in the provider’s answer',
  },
  why: 'Addresses end up in histories, in logs and in the Referer of the next request.',
  fix: providerFix('OpenID Connect → Grant types', 'Turn the implicit grant off for the pool’s client.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [practice('2.1.2', 'Tokens are not put into the authorization response.')],
  messages: { token: 'The answer carries {observed} in the address.' },
  applies: cameBack,
  run: ({ oidc }) =>
    ['id_token', 'access_token', 'refresh_token']
      .filter((name) => name in (federationOf(oidc).callback ?? {}))
      .map((name) => fault('token', 'a code alone', name, `/federation/callback/${name}`)),
});
