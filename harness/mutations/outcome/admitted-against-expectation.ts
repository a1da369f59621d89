import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'outcome/admitted-against-expectation',
  title: 'A login that must be refused succeeds',
  stage: 'in-transit',
  change: { on: 'outcome', apply: (record) => ({ ...record, expected: 'refused-by-idp' }) },
  breaks: ['outcome/as-expected'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.6',
      says: 'At the end the service provider grants or denies access.',
    },
  ],
});
