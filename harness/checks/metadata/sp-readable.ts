import { defineCheck } from '../../model/check.ts';
import { problemFaults } from './_document.ts';

export default defineCheck({
  id: 'metadata/sp-readable',
  title: {
    holds: "The service provider's metadata is plain, well-formed XML in UTF-8",
    fails: "The service provider's metadata is not plain, well-formed XML in UTF-8",
  },
  why: 'An identity provider refuses the file at import, or reads something else than what was meant.',
  fix: {
    console: 'Service provider',
    field: 'SAML metadata',
    change: 'Download the metadata again and import the file unedited.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  readsBroken: true,
  refs: [
    { document: 'xml', section: '2', says: 'Only data that is well-formed is an XML document.' },
    {
      document: 'xml',
      section: '1.2',
      says: 'After a fatal error, such as a breach of well-formedness, a processor does not go on as usual.',
    },
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  messages: { unreadable: "The service provider's metadata cannot be read: {problem}" },
  run: ({ 'sp-metadata': metadata }) => problemFaults('sp-metadata', metadata.document),
});
