import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/acs-answer-cached',
  title: 'The answer to the posted response may be cached',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/platform/saml/acs', remove: ['cache-control'] } },
  breaks: ['transport/acs-no-store'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Web Content Caching and Clear-Site-Data',
      says: 'Answers that hold a session identifier carry Cache-Control: no-store.',
    },
  ],
});
