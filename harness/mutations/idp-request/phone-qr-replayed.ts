import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-qr-replayed',
  title: 'The login code is scanned a second time',
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
    {
      document: '1kosmos',
      section: 'The vendor’s guide to AWS IAM Identity Center',
      says: 'The person scans the code of the login page with an enrolled phone and confirms there.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A picture of the code, taken over a shoulder, starts a second approval.',
    weakness: ['code-reusable'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { again: 'scan' } },
    ],
  },
});
