import { defineCheck } from '../../model/check.ts';
import { fault, hasKeys, keysIn, show } from './_oidc.ts';
import { jwtPractice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/keys-strong',
  title: {
    holds: 'Every key of the provider is strong enough',
    fails: 'A key of the provider is too weak',
  },
  why: 'A short key can be computed, and with it ID tokens for anybody.',
  fix: providerFix('OpenID Connect → Keys', 'Use RSA with 2,048 bits or more, or a NIST curve.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    { document: 'nist-sp-800-131a', section: '3', says: 'RSA keys of less than 2,048 bits are not allowed.' },
    jwtPractice('3.5', 'Keys have enough entropy.'),
  ],
  options: { minimumBits: 2048 },
  messages: { short: 'The key {kid} has {observed} bits.' },
  applies: hasKeys,
  run: ({ oidc }, { options }) =>
    keysIn(oidc.provider.jwks).flatMap(({ kty, n, kid }) => {
      if (kty !== 'RSA' || typeof n !== 'string') return [];
      const bits = bitsOf(n);
      if (bits >= options.minimumBits) return [];
      return [
        fault('short', `${options.minimumBits} bits`, String(bits), '/provider/jwks/body', {
          kid: show(kid),
        }),
      ];
    }),
});

/** Length of a modulus in base64url, in bits; zeros before it do not count. */
function bitsOf(modulus: string): number {
  const bytes = Buffer.from(modulus, 'base64url');
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}
