import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/after-logout',
  title: 'A used response is posted after its session was logged out',
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
      'The person logs out and leaves; whoever sits down next posts the response out of the browser’s history.',
    weakness: ['replay-accepted', 'in-response-to-not-checked'],
    needs: ['log-out'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'log-out', jar: 'own' },
      { step: 'send', jar: 'own', message: 'earlier' },
    ],
  },
});
