import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-with-tracker',
  title: 'The page that posts the response loads a picture of an analytics service',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'idp',
      path: '/login/complete',
      appendHtml: '<img src="https://metrics.tracker.example/p.gif" alt="">',
    },
  },
  breaks: ['transport/form-third-party'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Third Party JavaScript Management Cheat Sheet, Major risks',
      says: 'A third party’s script runs as code of the page that loads it, and can disclose what the page holds.',
    },
  ],
});
