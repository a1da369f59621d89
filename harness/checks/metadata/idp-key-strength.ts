import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';

export default defineCheck({
  id: 'metadata/idp-key-strength',
  title: {
    holds: "Each of the identity provider's signing keys is strong enough",
    fails: "One of the identity provider's signing keys is too weak",
  },
  why: 'Whoever breaks a weak key can log in as anybody.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change:
      'Make a new signing key, RSA of 2048 bits or more or EC of 256 bits or more, and roll over to it.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 3',
      says: 'Digital signatures are made with RSA keys of at least 2048 bits or EC keys of at least 224 bits.',
    },
    {
      document: 'aws-iam',
      section: 'Create a SAML identity provider in IAM',
      says: 'The certificate holds a key of at least 1024 bits.',
    },
    {
      assumption: 'EC keys have 256 bits or more.',
      known: 'The smallest curve in common use for signing has 256 bits.',
    },
  ],
  options: { minRsaBits: 2048, minEcBits: 256 },
  messages: { weak: 'The signing key of {subject} is {type} of {bits} bits; at least {least} are needed.' },
  applies: ({ 'idp-metadata': metadata }) =>
    signingCertificates(metadata, 'idp').some(isParsed) ||
    'The metadata has no readable signing certificate.',
  run: ({ 'idp-metadata': metadata }, { options }) =>
    signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .flatMap(({ element, x509: { subject, publicKey } }) => {
        const { type, bits } = publicKey;
        const least = leastBits(type, options);
        if (least === undefined || bits >= least) return [];
        return {
          message: 'weak' as const,
          data: { subject, type, bits, least },
          expected: `at least ${least} bits`,
          observed: `${bits} bits`,
          ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
        };
      }),
});

/** Least size for a kind of key; absent for kinds of one fixed strength such as Ed25519. */
function leastBits(type: string, options: { minRsaBits: number; minEcBits: number }): number | undefined {
  if (/^rsa/i.test(type)) return options.minRsaBits;
  if (/^ec(dsa)?$/i.test(type)) return options.minEcBits;
  return /^dsa$/i.test(type) ? options.minRsaBits : undefined;
}
