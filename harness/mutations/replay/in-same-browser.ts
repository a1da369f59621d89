import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/in-same-browser',
  title: 'A response is posted again in the browser that used it',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A response that lies in a browser’s history, or was read on the way, is posted a second time; a second session would outlive the first one’s end.',
    weakness: ['replay-accepted', 'in-response-to-not-checked'],
    watch: 'new-session',
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'own', message: 'earlier' },
    ],
  },
});
