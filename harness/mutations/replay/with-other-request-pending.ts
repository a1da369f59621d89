import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'replay/with-other-request-pending',
  title: 'A used response is posted while another request waits',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.5',
      says: 'The service provider refuses the ID of a bearer assertion that was used, as long as it is valid.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The bearer of a response to one request begins another login and answers it with the old response; a target that only looks whether some request waits is content.',
    weakness: ['replay-accepted', 'in-response-to-not-checked'],
    needs: ['sp-initiated'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'start', jar: 'other' },
      { step: 'send', jar: 'other', message: 'earlier' },
    ],
  },
});
