import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-approval-replayed',
  title: 'The approval is sent a second time',
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
    mechanism: 'A copied approval logs in a second browser.',
    weakness: ['approval-not-bound'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { again: 'answer' } },
    ],
  },
});
