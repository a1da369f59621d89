import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'outcome/stuck-on-the-way',
  title: 'The login ends on no page that is known',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: ({ who: _who, ...record }) => ({ ...record, actual: 'stuck' as const }),
  },
  breaks: ['outcome/as-expected'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.6',
      says: 'At the end the service provider grants or denies access.',
    },
  ],
});
