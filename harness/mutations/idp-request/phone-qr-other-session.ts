import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-qr-other-session',
  title: 'The code of the attacker’s login is shown to the victim',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '5.1.3.2',
      says: 'The verifier accepts an out-of-band secret or approval once, within ten minutes, and for the session that it was made for.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'The victim scans a code that a page of the attacker’s relays, and logs the attacker in.',
    weakness: ['code-not-bound-to-browser'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { screen: 'relayed' } },
    ],
  },
});
