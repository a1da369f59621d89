import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-signature-bad',
  title: 'The approval’s signature is wrong',
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
    mechanism: 'Anyone can write an approval; only the enrolled key can sign it.',
    weakness: ['approval-signature-not-checked'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { tamper: 'signature' } },
    ],
  },
});
