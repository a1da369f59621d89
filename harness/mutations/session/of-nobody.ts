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
      section: '4.1.4.3',
      says: 'The session is made for the principal that the assertion identifies.',
    },
  ],
});
