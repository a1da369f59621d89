import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'parser/huge',
  title: 'A comment of forty million characters in a signed message',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => xml.replace(/<\/[^<>]*>\s*$/, (end) => `<!--${'#'.repeat(40_000_000)}-->${end}`),
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
    { document: 'xml', section: '2.5', says: 'Comments are no part of the character data.' },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The signature does not cover comments, so the message stays valid; a target without a limit reads, copies and searches all of it several times.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
