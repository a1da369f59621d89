import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/deep-nesting',
  title: 'A hundred thousand elements within each other',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      intoExtensions(
        xml,
        `<x xmlns="urn:example:note">${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}</x>`,
      ),
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
    mechanism: 'A parser or a canonicalizer that calls itself for each level runs out of stack.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
