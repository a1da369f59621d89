import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-algorithm-none',
  title: 'The approval is taken with the algorithm none',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      answer: { ...record.answer, jws: withoutAlgorithm(record.answer.jws ?? '') },
    }),
  },
  breaks: ['authenticator/approval-signed'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier checks the key that identifies the device.',
    },
  ],
});

function withoutAlgorithm(jws: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return `${header}.${jws.split('.')[1] ?? ''}.`;
}
