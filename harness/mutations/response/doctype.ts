import { defineMutation } from '../../model/mutation.ts';
import { withDoctype } from '../metadata/_parts.ts';

export default defineMutation({
  id: 'response/doctype',
  title: 'A DOCTYPE before the Response',
  stage: 'after-signing',
  change: { on: 'response', apply: withDoctype },
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
});
