import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-forged',
  title: 'The approval is taken with a signature that does not fit',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      answer: { ...record.answer, jws: spoilSignature(record.answer.jws ?? '') },
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

/** Another valid base64url text of the same length. */
function spoilSignature(jws: string): string {
  const at = jws.lastIndexOf('.') + 1;
  return `${jws.slice(0, at)}${[...jws.slice(at)].reverse().join('')}`;
}
