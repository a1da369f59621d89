import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-taken-twice',
  title: 'The same approval is taken a second time',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, repeated: [{ status: 200, code: 'approved' }] }),
  },
  breaks: ['authenticator/approval-once'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier takes a given authentication secret only once during its validity.',
    },
  ],
});
