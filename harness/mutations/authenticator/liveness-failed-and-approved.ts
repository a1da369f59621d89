import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/liveness-failed-and-approved',
  title: 'An approval is taken although the face was no living one',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, answer: { ...record.answer, liveness: 'failed' as const } }),
  },
  breaks: ['authenticator/liveness'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.3',
      says: 'The biometric system should detect presentation attacks, as by a check of liveness.',
    },
  ],
});
