import { defineCheck } from '../../model/check.ts';
import { violationFaults } from './_document.ts';

export default defineCheck({
  id: 'metadata/idp-schema',
  title: {
    holds: "The identity provider's metadata is valid by the SAML metadata schema",
    fails: "The identity provider's metadata breaks the SAML metadata schema",
  },
  why: 'Strict importers refuse the file; lenient ones guess what was meant, each in its own way.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata again; if the product itself writes it so, report the defect to its vendor.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2',
      says: 'Metadata is expressed by the elements and types of the metadata schema, in the order it gives.',
    },
  ],
  messages: { violation: "The identity provider's metadata breaks the schema: {violation}" },
  run: ({ 'idp-metadata': metadata }) =>
    violationFaults('idp-metadata', metadata.document, metadata.schemaFaults ?? []),
});
