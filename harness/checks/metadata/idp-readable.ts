import { defineCheck } from '../../model/check.ts';
import { problemFaults } from './_document.ts';

export default defineCheck({
  id: 'metadata/idp-readable',
  title: {
    holds: "The identity provider's metadata is plain, well-formed XML in UTF-8",
    fails: "The identity provider's metadata is not plain, well-formed XML in UTF-8",
  },
  why: 'A service provider refuses the file at import, or reads something else than what was meant.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata again and import the file unedited, in UTF-8 without a byte order mark.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  readsBroken: true,
  refs: [
    { document: 'xml', section: '2', says: 'Only data that is well-formed is an XML document.' },
    {
      document: 'aws-iam',
      section: 'Create a SAML identity provider in IAM',
      says: 'The metadata document is encoded in UTF-8 without a byte order mark.',
    },
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  messages: { unreadable: "The identity provider's metadata cannot be read: {problem}" },
  run: ({ 'idp-metadata': metadata }) => problemFaults('idp-metadata', metadata.document),
});
