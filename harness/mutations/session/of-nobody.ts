import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'session/of-nobody',
  title: 'The service provider reports no session although the portal is shown',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: ({ who: _who, ...record }) => record,
  },
  breaks: ['session/right-user'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'The service provider establishes its own security context for the principal.',
    },
  ],
});
