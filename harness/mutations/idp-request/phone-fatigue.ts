import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-fatigue',
  title: 'The person is asked again and again',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '5.2.2',
      says: 'The verifier limits the number of failed attempts in a row.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'Whoever is asked often enough approves once; after some wrong answers the login must end.',
    weakness: ['approvals-unlimited'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: { number: 'other' } },
      { step: 'answer-phone', jar: 'own', plan: {} },
    ],
  },
});
