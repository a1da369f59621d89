import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'parser/many-namespaces',
  title: 'A hundred thousand namespace declarations on the Response',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const declarations = Array.from(
        { length: 100_000 },
        (_, index) => ` xmlns:n${index}="urn:n:${index}"`,
      ).join('');
      return xml.replace(/<[\w.:-]*Response(?=[\s>])/, (name) => name + declarations);
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
    mechanism:
      'Every element below has them all in scope: a canonicalizer that copies them for each takes time with the product of the two.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
