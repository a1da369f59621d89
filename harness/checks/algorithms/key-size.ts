import { defineCheck } from '../../model/check.ts';
import type { SignatureReading } from '../../model/readings.ts';
import { readCertificate } from '../../saml/certificate.ts';
import { trustedCertificates } from '../../saml/read-metadata.ts';
import { at } from '../assertion/_assertions.ts';
import { hasSignature } from './_signatures.ts';

export default defineCheck({
  id: 'algorithms/key-size',
  title: {
    holds: 'Signatures are made with keys that are long enough',
    fails: 'A signature is made with a key that is too short',
  },
  why: 'Whoever breaks a short key logs in as anybody; a target that trusts one beside a long one trusts the short one.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Sign with an RSA key of 2048 bits or more, or an EC key of 256 bits or more.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup', 'idp-metadata'],
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 3',
      says: 'Digital signatures are made with RSA keys of at least 2048 bits or EC keys of at least 224 bits.',
    },
    {
      assumption: 'EC keys have 256 bits or more.',
      known: 'The smallest curve in common use for signing has 256 bits.',
    },
  ],
  options: { minRsaBits: 2048, minEcBits: 256 },
  messages: {
    short: 'The signature in {parent} is by a key of {type} with {bits} bits; at least {least} are needed.',
  },
  applies: hasSignature,
  run: ({ response, setup, 'idp-metadata': metadata }, { options }) => {
    const trusted =
      setup?.idp?.certificates ?? (metadata === undefined ? [] : trustedCertificates(metadata, 'idp'));
    return response.signatures.flatMap((signature) => {
      const der = certificateOf(signature, trusted);
      const key = der === undefined ? undefined : readCertificate(der, 'signing').x509?.publicKey;
      if (key === undefined) return [];
      const { type, bits } = key;
      const least = type.startsWith('rsa') ? options.minRsaBits : type === 'ec' ? options.minEcBits : 0;
      if (bits >= least) return [];
      return {
        message: 'short' as const,
        data: { parent: signature.parent.local, type, bits, least },
        expected: `at least ${least} bits`,
        observed: `${bits} bits`,
        where: at(response, signature.element),
      };
    });
  },
});

/** The certificate whose key verified the signature, or, where none did, the first that came along with it. */
function certificateOf(
  { verifiedWith, keyInfoCertificates }: SignatureReading,
  trusted: readonly string[],
): string | undefined {
  return verifiedWith === undefined ? keyInfoCertificates[0] : trusted[verifiedWith];
}
