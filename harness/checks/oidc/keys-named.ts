import { defineCheck, type Fault } from '../../model/check.ts';
import { fault, hasKeys, keysIn, show } from './_oidc.ts';
import { cognito, jwk, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/keys-named',
  title: {
    holds: 'Every key of the provider has a name of its own',
    fails: 'A key of the provider has no name, or the name of another',
  },
  why: 'A pool finds the key of a token by its name alone.',
  fix: providerFix('OpenID Connect → Keys', 'Give every key a kid that no other has.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    jwk('4.5', 'kid is used to match a key; keys of a set should have different ones.'),
    cognito(
      'cognito-user-pools-oidc-idp',
      'The provider publishes a kid for each key and puts it into its tokens.',
    ),
  ],
  messages: { missing: 'Key {index} has no kid.', twice: 'The kid {observed} occurs more than once.' },
  applies: hasKeys,
  run: ({ oidc }) => {
    const ids = keysIn(oidc.provider.jwks).map(({ kid }) => kid);
    const at = '/provider/jwks/body';
    return ids.flatMap((kid, index): readonly Fault<'missing' | 'twice'>[] => {
      if (typeof kid !== 'string' || kid === '')
        return [fault('missing', 'a kid', show(kid), at, { index: index + 1 })];
      return ids.indexOf(kid) < index ? [fault('twice', 'a kid of its own', show(kid), at)] : [];
    });
  },
});
