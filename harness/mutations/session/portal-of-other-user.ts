import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'session/portal-of-other-user',
  title: 'The portal greets another person',
  stage: 'in-transit',
  change: { on: 'portal', apply: (record) => ({ ...record, userName: 'mallory@example.com' }) },
  breaks: ['session/portal-user'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1',
      says: 'Subject identifies the principal of all statements in the assertion.',
    },
  ],
});
