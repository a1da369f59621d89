import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/concurrently',
  title: 'One response is posted fifty times at the same instant',
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
      'A target that looks for a used assertion and remembers it in two steps lets several copies pass between the two.',
    weakness: ['replay-race'],
    watch: 'sessions',
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'send', jar: 'own', message: 'forged', copies: 50 },
    ],
  },
});
