import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-device-unknown',
  title: 'The phone that answers was never enrolled',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'The vendor’s guide to AWS IAM Identity Center',
      says: 'The person scans the code of the login page with an enrolled phone and confirms there.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'Any phone that can sign approves any login.',
    weakness: ['device-not-checked'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { owner: 'nobody@attacker.example' } },
    ],
  },
});
