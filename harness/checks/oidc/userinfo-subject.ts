import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/userinfo-subject',
  title: {
    holds: 'Userinfo is about the person of the ID token',
    fails: 'Userinfo is about another person than the ID token',
  },
  why: 'Claims of somebody else would be written into the person’s attributes.',
  fix: providerFix('OpenID Connect → Userinfo', 'Answer for the person of the access token.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [core('5.3.2', 'sub of userinfo must be that of the ID token; else its claims are not used.')],
  messages: { other: 'Userinfo is about {observed}; the ID token is about {expected}.' },
  applies: ({ oidc }) => {
    const { userinfo } = federationOf(oidc);
    if (userinfo?.status !== 200) return 'Userinfo was not answered.';
    return hasIdToken({ oidc });
  },
  run: ({ oidc }) => {
    const { sub } = idTokenOf(oidc).claims;
    const other = federationOf(oidc).userinfo?.claims.sub;
    if (other === sub) return [];
    return [fault('other', show(sub), show(other), '/federation/userinfo/claims/sub')];
  },
});
