import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/over-restart',
  title: 'A used response is posted after the service provider has restarted',
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
      'What a target remembers in memory alone is forgotten when it restarts, and the response is valid still.',
    weakness: ['replay-forgotten-on-restart', 'in-response-to-not-checked'],
    needs: ['restart'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'restart' },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
