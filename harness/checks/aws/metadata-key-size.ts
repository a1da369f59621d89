import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed } from '../metadata/_certificates.ts';
import { signingCertificates } from '../metadata/_roles.ts';

export default defineCheck({
  id: 'aws/metadata-key-size',
  title: {
    holds: 'IAM takes every signing key of the metadata',
    fails: 'IAM does not take a signing key of the metadata',
  },
  why: 'IAM refuses the whole metadata document, so that the provider cannot be made or updated.',
  fix: {
    console: 'Identity provider',
    field: 'Signing certificate',
    change: 'Make a signing key of RSA with 2048 bits or more, and export the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [refs.provider('The certificate holds an RSA key of at least 1024 bits.')],
  options: { minRsaBits: 1024 },
  messages: { small: 'The signing key of {subject} is {type} of {bits} bits.' },
  applies: ({ 'idp-metadata': metadata }) =>
    signingCertificates(metadata, 'idp').some(isParsed) ||
    'The metadata has no readable signing certificate.',
  run: ({ 'idp-metadata': metadata }, { options: { minRsaBits } }) =>
    signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .filter(({ x509: { publicKey } }) => /^rsa/i.test(publicKey.type) && publicKey.bits < minRsaBits)
      .map(({ element, x509: { subject, publicKey } }) => ({
        message: 'small' as const,
        data: { subject, ...publicKey },
        expected: `RSA of at least ${minRsaBits} bits`,
        observed: `${publicKey.bits} bits`,
        ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
      })),
});
