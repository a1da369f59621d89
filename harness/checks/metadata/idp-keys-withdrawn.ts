import { defineCheck } from '../../model/check.ts';
import { keyTextOf, shareOneKey } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-keys-withdrawn',
  title: {
    holds: 'The service provider trusts no key that the metadata no longer has',
    fails: 'The service provider still trusts a key that the metadata no longer has',
  },
  why: 'A key is withdrawn because it was replaced or stolen; whoever holds it can still log in as anybody.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider → certificates',
    change: 'Remove the certificate once the rollover is over.',
  },
  judges: 'setup',
  needs: ['idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells by which keys an entity signs.',
    },
    {
      document: 'aws-identity-center',
      section: 'Rotate a SAML 2.0 certificate',
      says: 'All imported certificates are active; one that is no longer in use is deleted, and at once where it was compromised.',
    },
  ],
  messages: {
    withdrawn: 'Certificate {number} of the service provider has a key that the metadata does not publish.',
  },
  applies: ({ 'idp-metadata': metadata, setup }) =>
    shareOneKey(signingCertificates(metadata, 'idp'), setup.idp?.certificates ?? []),
  run: ({ 'idp-metadata': metadata, setup }) => {
    const published = new Set(signingCertificates(metadata, 'idp').map(({ der }) => keyTextOf(der)));
    return (setup.idp?.certificates ?? []).flatMap((der, index) =>
      published.has(keyTextOf(der))
        ? []
        : {
            message: 'withdrawn' as const,
            data: { number: index + 1 },
            expected: 'only keys of the metadata',
            observed: quote(der),
            where: { artifact: 'setup', path: `/idp/certificates/${index}` } as const,
          },
    );
  },
});
