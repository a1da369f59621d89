import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-approval-after-timeout',
  title: 'The approval comes three minutes after the code',
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
    mechanism: 'A login that nobody waits for any more must not begin a session.',
    weakness: ['approval-late'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { wait: { before: 'answer', ms: 180_000 } } },
    ],
  },
});
