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
      section: 'HTTP Headers Cheat Sheet',
      says: 'Pages carry the headers that narrow what browsers allow.',
    },
  ],
});
