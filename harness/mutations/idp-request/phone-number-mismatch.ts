import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-number-mismatch',
  title: 'The person taps another number than the page shows',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      assumption: 'A wrong number refuses the login.',
      known:
        'NIST SP 800-63B 5.1.3.2 wants page and approval bound to each other; vendors do it by a number.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'Matching the number proves that person and page are together; a wrong one says that they are not.',
    weakness: ['number-not-matched'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
    ],
  },
});
