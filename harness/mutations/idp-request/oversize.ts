import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/oversize',
  title: 'A request of two million characters',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ProviderName', 'x'.repeat(2_000_000)),
  },
  breaks: ['request/readable'],
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
    against: 'idp',
    mechanism: 'The identity provider reads, copies and keeps it for each login that anyone starts.',
    weakness: ['unbounded-size'],
    watch: 'answer-time',
  },
});
