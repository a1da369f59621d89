import { defineMutation } from '../../model/mutation.ts';
import { withDoctype } from './_parts.ts';

export default defineMutation({
  id: 'metadata/sp-doctype',
  title: 'A DOCTYPE before the service provider’s metadata',
  stage: 'in-transit',
  change: { on: 'sp-metadata', apply: withDoctype },
  breaks: ['metadata/sp-readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
});
