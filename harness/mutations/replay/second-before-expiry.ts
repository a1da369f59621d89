import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/second-before-expiry',
  title: 'A used response is posted a second before it expires',
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
      'A memory that is shorter than the validity of assertions, or bounded in number, has forgotten this one.',
    weakness: ['replay-forgotten-early', 'in-response-to-not-checked'],
    needs: ['clock'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'clock', leftMs: 1000 },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
