import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';

export default defineCheck({
  id: 'metadata/idp-key-use',
  title: {
    holds: "The identity provider's metadata says what each key is used for",
    fails: "The identity provider's metadata leaves open what a key is used for",
  },
  why: 'A key of unstated use serves for signing and for encryption; some importers then take the wrong one.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'State use="signing" or use="encryption" on each KeyDescriptor.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'The optional use attribute tells the purpose of a key.',
    },
    {
      document: 'saml-errata',
      section: 'E62',
      says: 'Without use, the key is for signing and for encryption.',
    },
  ],
  messages: {
    unstated:
      'A KeyDescriptor has no use attribute, so that its key serves every purpose; "signing" or "encryption" is wanted.',
  },
  applies: ({ 'idp-metadata': metadata }) =>
    rolesOf(metadata, 'idp').some((role) => role.certificates.length > 0) ||
    'The metadata has no certificate.',
  run: ({ 'idp-metadata': metadata }) =>
    rolesOf(metadata, 'idp')
      .flatMap((role) => role.certificates)
      .filter((certificate) => certificate.use === 'unspecified')
      .map(({ element }) => ({
        message: 'unstated',
        expected: 'use="signing" or use="encryption"',
        observed: 'no use attribute',
        ...(element ? { where: locate('idp-metadata', element, metadata.document) } : {}),
      })),
});
