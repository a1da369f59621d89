import { defineMutation } from '../../model/mutation.ts';
import { refusedByIdp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/assertion-beside-refusal',
  title: 'The identity provider shows a refusal and issues an assertion',
  stage: 'in-transit',
  change: { on: 'outcome', apply: (record) => refusedByIdp(record) },
  breaks: ['outcome/assertion-after-refusal'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A Response that reports an error contains no assertion.',
    },
  ],
});
