import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { laughs, withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-bomb',
  title: 'Ten entities, each ten times the one before',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => withSubset(intoExtensions(xml, '<note xmlns="urn:example:note">&lol9;</note>'), laughs),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Less than a kilobyte grows to gigabytes when it is expanded.',
    weakness: ['unbounded-expansion'],
    watch: 'answer-time',
  },
});
