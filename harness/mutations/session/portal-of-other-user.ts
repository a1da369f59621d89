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
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The session is made for the principal that the assertion identifies.',
    },
  ],
});
