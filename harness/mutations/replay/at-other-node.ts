import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/at-other-node',
  title: 'A used response is posted to another instance of the service provider',
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
      'Instances behind one address that do not share what they remember take an assertion once each.',
    weakness: ['replay-store-not-shared', 'in-response-to-not-checked'],
    needs: ['second-node'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'earlier', to: 'second-node' },
    ],
  },
});
