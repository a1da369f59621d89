import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-of-other-login',
  title: 'The signed approval is for another code than the one on the page',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: ({ qrAfterReload, ...record }) => ({
      ...record,
      qr: otherChallenge(record.qr),
      ...(qrAfterReload === undefined ? {} : { qrAfterReload: otherChallenge(qrAfterReload) }),
    }),
  },
  breaks: ['authenticator/approval-covers'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.8',
      says: 'Replay resistance comes from a nonce or challenge that proves the answer to be fresh.',
    },
  ],
});

function otherChallenge(qr: string): string {
  return qr.replace(/(?<=[?&]c=)[^&]+/, (value) => [...value].reverse().join(''));
}
