import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { isParsed, keyTextOf } from '../metadata/_certificates.ts';
import { signingCertificates } from '../metadata/_roles.ts';
import { hasProviderInUse, providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/provider-certificate',
  title: {
    holds: 'The provider in IAM has every signing key that the identity provider publishes',
    fails: 'The provider in IAM lacks a signing key that the identity provider publishes',
  },
  why: 'AWS answers “Response signature invalid” from the day the identity provider signs with that key.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → Replace metadata',
    change: 'Upload the metadata that is published now, before the identity provider changes its key.',
  },
  judges: 'setup',
  needs: ['idp-metadata', 'account'],
  refs: [
    refs.troubleshooting('The signature is tried with the certificates in the provider’s metadata.'),
    refs.provider('Metadata is uploaded again when the certificate of the identity provider changes.'),
  ],
  messages: {
    missing: 'The provider {arn} has no certificate with the key of {subject}, valid until {notAfter}.',
  },
  applies: ({ 'idp-metadata': metadata, account }) => {
    if (!signingCertificates(metadata, 'idp').some(isParsed))
      return 'The metadata has no readable signing certificate.';
    return hasProviderInUse({ account });
  },
  run: ({ 'idp-metadata': metadata, account }) =>
    providersInUse(account).flatMap(({ provider: { arn, certificates }, path }) => {
      const held = new Set(certificates.map((der) => keyTextOf(der)));
      return signingCertificates(metadata, 'idp')
        .filter(isParsed)
        .filter(({ der }) => !held.has(keyTextOf(der)))
        .map(({ x509: { subject, notAfter } }) => ({
          message: 'missing' as const,
          data: { arn, subject, notAfter },
          expected: `the key of ${subject}`,
          observed: certificates.length === 1 ? 'another key' : `${certificates.length} other keys`,
          where: { artifact: 'account' as const, path: `${path}/certificates` },
        }));
    }),
});
