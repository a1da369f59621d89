import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/past-expiry',
  title: 'A used response is posted just after it expired, within the tolerance for clocks',
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
    {
      assumption: 'Clocks may differ by five minutes, and by no more.',
      known: 'SAML names no number; products allow between none and five minutes.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A target that forgets an assertion at its NotOnOrAfter and takes it for some minutes longer takes it twice.',
    weakness: ['replay-forgotten-at-expiry', 'in-response-to-not-checked'],
    needs: ['clock'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'clock', leftMs: -30000 },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
