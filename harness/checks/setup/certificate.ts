import { defineCheck } from '../../model/check.ts';
import { fingerprint, signingCertificates, strip } from './_certificates.ts';

export default defineCheck({
  id: 'setup/certificate',
  title: {
    holds: 'The service provider has a signing certificate that the identity provider publishes',
    fails: 'The service provider has no signing certificate that the identity provider publishes',
  },
  why: 'Every signature fails, and nobody can log in.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider certificate',
    change: 'Import the signing certificate from the metadata.',
  },
  judges: 'setup',
  needs: ['setup', 'idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor elements for signing name the keys with which the entity signs.',
    },
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'The signing certificate (PEM) is collected from the identity provider for AWS.',
    },
  ],
  messages: { foreign: 'The service provider has {typed}; the metadata publishes {published}.' },
  applies: ({ setup }) =>
    setup.idp?.certificates !== undefined || 'What the service provider has is not known.',
  run: ({ setup, 'idp-metadata': metadata }) => {
    const published = signingCertificates(metadata);
    const typed = (setup.idp?.certificates ?? []).map(strip);
    if (typed.some((der) => published.includes(der))) return [];
    const expected = published.map(fingerprint).join(' or ') || 'a certificate (the metadata has none)';
    const observed = typed.map(fingerprint).join(' and ') || 'no certificate';
    return [
      {
        message: 'foreign' as const,
        data: { typed: observed, published: expected },
        expected,
        observed,
        where: { artifact: 'setup', path: '/idp/certificates' },
      },
    ];
  },
});
