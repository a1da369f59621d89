import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isParsed, keyTextOf, shareOneKey } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';

export default defineCheck({
  id: 'metadata/idp-keys-imported',
  title: {
    holds: 'The service provider trusts every signing key of the metadata',
    fails: 'The service provider does not trust a signing key of the metadata',
  },
  why: 'The day the identity provider signs with that key, every login is refused.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider → certificates',
    change: 'Import the certificate before the identity provider begins to sign with it.',
  },
  judges: 'setup',
  needs: ['idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E68',
      says: 'Any of the keys for signing may be used by the role, and relying parties should allow for each.',
    },
    {
      document: 'aws-identity-center',
      section: 'Rotate a SAML 2.0 certificate',
      says: 'A new certificate is imported before the identity provider begins to sign with it; all that are imported are active.',
    },
  ],
  messages: {
    missing:
      'The key of {subject}, valid until {notAfter}, is not among those that the service provider has.',
  },
  applies: ({ 'idp-metadata': metadata, setup }) =>
    shareOneKey(signingCertificates(metadata, 'idp'), setup.idp?.certificates ?? []),
  run: ({ 'idp-metadata': metadata, setup }) => {
    const trusted = new Set(setup.idp?.certificates?.map(keyTextOf));
    return signingCertificates(metadata, 'idp')
      .filter(isParsed)
      .filter(({ der }) => !trusted.has(keyTextOf(der)))
      .map(({ element, x509: { subject, notAfter } }) => ({
        message: 'missing',
        data: { subject, notAfter },
        expected: 'a key that the service provider trusts',
        observed: `a key that is none of its ${trusted.size}`,
        ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
      }));
  },
});
