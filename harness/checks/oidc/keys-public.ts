import { defineCheck } from '../../model/check.ts';
import { fault, hasKeys, keysIn, show } from './_oidc.ts';
import { jwk, providerFix } from './_refs.ts';

/** Members that only private or symmetric keys have (RFC 7518, 6). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export default defineCheck({
  id: 'oidc/keys-public',
  title: {
    holds: 'The provider publishes no secret key',
    fails: 'The provider publishes a secret key',
  },
  why: 'Whoever reads the page can sign ID tokens for anybody.',
  fix: providerFix(
    'OpenID Connect → Keys',
    'Publish public parameters alone, and replace the keys that were shown.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [jwk('9.2', 'Private and symmetric keys are not to be disclosed.')],
  messages: { secret: 'The key {kid} shows its secret part ({observed}).' },
  applies: hasKeys,
  run: ({ oidc }) =>
    keysIn(oidc.provider.jwks).flatMap((key) => {
      const shown = secretMembers.filter((name) => name in key);
      if (shown.length === 0) return [];
      const kid = show(key.kid);
      return [fault('secret', 'public parameters', shown.join(', '), '/provider/jwks/body', { kid })];
    }),
});
