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
      section: '5.1.3.2',
      says: 'The out-of-band secret is random, short-lived, taken once, and confirmed by the device.',
    },
  ],
});
