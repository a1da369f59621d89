import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';
import { withSubset } from './_doctype.ts';

export default defineMutation({
  id: 'parser/entity-quadratic',
  title: 'One long entity, tens of thousands of times',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      withSubset(
        intoExtensions(xml, `<note xmlns="urn:example:note">${'&long;'.repeat(50_000)}</note>`),
        `<!ENTITY long "${'x'.repeat(50_000)}">`,
      ),
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
    mechanism:
      'Entities that are not nested pass limits on nesting, and grow with the square of the message’s size.',
    weakness: ['unbounded-expansion'],
    watch: 'answer-time',
  },
});
