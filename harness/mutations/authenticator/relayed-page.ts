import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/relayed-page',
  title: 'The code is shown on a page of an attacker',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, pageOrigin: 'https://login.attacker.example' }),
  },
  breaks: ['authenticator/origin-shown'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.5',
      says: 'Resistance to impersonation means that a foreign page cannot relay the authentication.',
    },
  ],
});
