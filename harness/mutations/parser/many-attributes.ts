import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/many-attributes',
  title: 'An element with a hundred thousand attributes',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const attributes = Array.from({ length: 100_000 }, (_, index) => ` a${index}=""`).join('');
      return intoExtensions(xml, `<x xmlns="urn:example:note"${attributes}/>`);
    },
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
    mechanism: 'A parser that compares each attribute with all others takes billions of steps.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
