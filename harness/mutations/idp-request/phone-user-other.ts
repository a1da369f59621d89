import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-user-other',
  title: 'The approval is signed for another person',
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
    mechanism: 'A phone approves the login of a person whom it does not belong to.',
    weakness: ['approval-not-bound'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { tamper: 'user' } },
    ],
  },
});
