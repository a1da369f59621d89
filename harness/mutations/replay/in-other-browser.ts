import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/in-other-browser',
  title: 'A used response is posted in another browser',
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
    mechanism: 'Who gets hold of a used response posts it from a browser of their own and is its bearer.',
    weakness: ['replay-accepted', 'in-response-to-not-checked'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
