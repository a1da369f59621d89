import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/in-response-to-other-browser',
  title: 'The message answers the request of another browser',
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
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The attacker begins a login, has it answered, and has somebody else’s browser, which waits for an answer of its own, post it.',
    weakness: ['in-response-to-any-session'],
    needs: ['sp-initiated'],
    steps: [
      { step: 'start', jar: 'other' },
      { step: 'start', jar: 'own' },
      { step: 'send', jar: 'own', message: 'forged', madeFor: 'other' },
    ],
  },
});
