import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/long-names',
  title: 'An element whose name has ten million characters',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => intoExtensions(xml, `<${'x'.repeat(10_000_000)} xmlns="urn:example:note"/>`),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Names are copied, compared and kept: once for each place where they stand.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
