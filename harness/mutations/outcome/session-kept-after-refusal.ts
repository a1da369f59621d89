import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/session-kept-after-refusal',
  title: 'The service provider refuses and keeps a session',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({ ...refusedBySp(record), sessionLeft: { idp: true, sp: true } }),
  },
  breaks: ['outcome/session-after-refusal'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'An assertion that is not valid should not be used to establish a security context for the principal.',
    },
  ],
});
