import { defineCheck } from '../../model/check.ts';
import { violationFaults } from './_document.ts';

export default defineCheck({
  id: 'metadata/sp-schema',
  title: {
    holds: "The service provider's metadata is valid by the SAML metadata schema",
    fails: "The service provider's metadata breaks the SAML metadata schema",
  },
  why: 'Strict importers refuse the file; lenient ones guess what was meant, each in its own way.',
  fix: {
    console: 'Service provider',
    field: 'SAML metadata',
    change: 'Export the metadata again; if the product itself writes it so, report the defect to its vendor.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2',
      says: 'Metadata is expressed by the elements and types of the metadata schema, in the order it gives.',
    },
  ],
  messages: { violation: "The service provider's metadata breaks the schema: {violation}" },
  run: ({ 'sp-metadata': metadata }) =>
    violationFaults('sp-metadata', metadata.document, metadata.schemaFaults ?? []),
});
