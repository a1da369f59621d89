import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-signature',
  title: {
    holds: 'The ID token is signed by a key of the provider',
    fails: 'The ID token is not signed by a key of the provider',
  },
  why: 'Anybody could write one, for anybody.',
  fix: providerFix('OpenID Connect → Keys', 'Publish the key that signs before it signs.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.7', 'Item 6: the client verifies the signature with the issuer’s keys.'),
    core('10.1.1', 'New keys are published before they are used.'),
  ],
  messages: {
    none: 'The ID token carries no signature.',
    other: 'No key that the provider publishes verifies the ID token.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { signature } = idTokenOf(oidc);
    const at = '/federation/idToken/signature';
    if (signature === 'none') return [fault('none', 'a signature', 'none', at)];
    return signature === 'verified' ? [] : [fault('other', 'a published key', 'another', at)];
  },
});
