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
      document: 'saml-core',
      section: '2.4.1',
      says: 'Subject identifies the principal of all statements in the assertion.',
    },
  ],
});
