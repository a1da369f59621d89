import { defineCheck } from '../../model/check.ts';
import { cameBack, fault, federationOf, queryOf, show } from './_oidc.ts';
import { oauth, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/callback-state',
  title: {
    holds: 'The provider gives the state back as it was sent',
    fails: 'The provider gives another state back than was sent',
  },
  why: 'The answer then belongs to no sign-in that the pool knows.',
  fix: providerFix('OpenID Connect → Authorization endpoint', 'Return state to the letter.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [oauth('4.1.2', 'state is returned exactly as it was received.')],
  messages: {
    missing: 'The answer has no state.',
    other: 'The answer has the state {observed}; {expected} was sent.',
  },
  applies: ({ oidc }) => {
    if (queryOf(federationOf(oidc).authorizeUrl).get('state') === null) return 'No state was sent.';
    return cameBack({ oidc });
  },
  run: ({ oidc }) => {
    const sent = queryOf(federationOf(oidc).authorizeUrl).get('state');
    const came = federationOf(oidc).callback?.state;
    const at = '/federation/callback/state';
    if (came === undefined) return [fault('missing', show(sent), 'nothing', at)];
    return came === sent ? [] : [fault('other', show(sent), show(came), at)];
  },
});
