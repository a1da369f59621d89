import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/application-not-shown',
  title: 'The phone asks without naming the application',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, shown: { ...record.shown, application: '' } }),
  },
  breaks: ['authenticator/request-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.9',
      says: 'Intent means that the person answers each request for authentication explicitly.',
    },
    {
      assumption: 'People can judge a request only if they see which application asks, and for whom.',
      known: 'NIST does not say what the device shows with the request.',
    },
  ],
});
