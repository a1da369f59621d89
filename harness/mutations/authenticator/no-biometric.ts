import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/no-biometric',
  title: 'An approval is taken without a biometric',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: ({ answer: { biometric: _biometric, ...answer }, ...record }) => ({ ...record, answer }),
  },
  breaks: ['authenticator/factor'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Overview',
      says: 'The person authenticates with Touch ID, Face ID or LiveID, enrolled beforehand.',
    },
  ],
});
