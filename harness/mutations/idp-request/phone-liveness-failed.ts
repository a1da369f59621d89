import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'idp-request/phone-liveness-failed',
  title: 'The liveness check fails',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '5.2.3',
      says: 'Presentation attacks on biometrics are to be detected.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A photograph is held before the camera.',
    weakness: ['refusal-ignored'],
    needs: ['phone'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'answer-phone', jar: 'own', plan: { outcome: 'liveness-failed', biometric: 'live-id' } },
    ],
  },
});
