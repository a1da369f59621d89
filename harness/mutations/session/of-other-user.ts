import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'session/of-other-user',
  title: 'The session is that of another person',
  stage: 'in-transit',
  change: { on: 'outcome', apply: (record) => ({ ...record, who: 'mallory@example.com' }) },
  breaks: ['session/right-user'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The session is made for the principal that the assertion identifies.',
    },
  ],
});
