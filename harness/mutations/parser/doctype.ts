import { defineMutation } from '../../model/mutation.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/doctype',
  title: 'A DOCTYPE before the message',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => withSubset(xml, '') },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  cves: ['CVE-2025-25291', 'CVE-2025-25292'],
  attack: {
    against: 'sp',
    mechanism:
      'Nothing in a SAML message needs a document type; whoever takes one takes its entities and defaults along.',
    weakness: ['doctype-allowed'],
  },
});
