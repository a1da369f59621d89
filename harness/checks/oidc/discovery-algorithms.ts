import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show, textsIn } from './_oidc.ts';
import { cognito, discovery, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-algorithms',
  title: {
    holds: 'The provider offers to sign ID tokens by RS256',
    fails: 'The provider does not offer to sign ID tokens by RS256',
  },
  why: 'Every relying party understands RS256; one that gets nothing else takes no token.',
  fix: providerFix('OpenID Connect → Signing', 'Sign ID tokens by RS256.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    discovery('3', 'RS256 must be among id_token_signing_alg_values_supported.'),
    cognito('cognito-user-pools-oidc-idp', 'ID tokens are taken with HMAC-SHA, ECDSA and RSA signatures.'),
  ],
  messages: { missing: 'The document offers {observed}.', none: 'The document offers unsigned ID tokens.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const { id_token_signing_alg_values_supported: offered } = objectIn(oidc.provider.discovery) ?? {};
    const algorithms = textsIn(offered) ?? [];
    const path = '/provider/discovery/body';
    if (!algorithms.includes('RS256')) return [fault('missing', 'RS256', show(offered), path)];
    return algorithms.includes('none') ? [fault('none', 'signatures alone', 'none', path)] : [];
  },
});
