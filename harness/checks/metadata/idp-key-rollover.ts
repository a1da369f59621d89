import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { byDistinctKey, isParsed } from './_certificates.ts';
import { signingCertificates } from './_roles.ts';

export default defineCheck({
  id: 'metadata/idp-key-rollover',
  title: {
    holds: 'The identity provider publishes no more signing keys than a rollover needs',
    fails: 'The identity provider publishes more signing keys than a rollover needs',
  },
  why: 'Each published key can sign logins for anybody; a key left over from an earlier rollover is guarded by nobody.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → signing certificate',
    change: 'Remove the certificates that no longer sign, here and at the service provider.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E68',
      says: 'Of several KeyDescriptors of one use, any key may be used by the role, and relying parties should allow for each.',
    },
    {
      assumption: 'A rollover needs two keys: the one that signs and the one that will.',
      known: 'The standard sets no number; products that import metadata trust every key in it.',
    },
  ],
  options: { maxKeys: 2 },
  messages: { many: 'The metadata has {count} signing keys, valid until {ends}; a rollover needs {most}.' },
  run: ({ 'idp-metadata': metadata }, { options }) => {
    const certificates = byDistinctKey(signingCertificates(metadata, 'idp').filter(isParsed));
    const extra = certificates[options.maxKeys];
    if (extra === undefined) return [];
    const ends = certificates.map(({ x509 }) => x509.notAfter).join(', ');
    return [
      {
        message: 'many',
        data: { count: certificates.length, most: options.maxKeys, ends },
        expected: `at most ${options.maxKeys} keys`,
        observed: `${certificates.length} keys`,
        ...(extra.element ? { where: locate('idp-metadata', extra.element, metadata.document) } : {}),
      },
    ];
  },
});
