import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'session/portal-user',
  title: {
    holds: 'The portal shows the name of the person who logged in',
    fails: 'The portal shows another name than that of the person who logged in',
  },
  why: 'People see at a glance whether they work as themselves; a wrong name hides a wrong session.',
  fix: {
    console: 'Service provider',
    field: 'User name of the person',
    change: 'Compare the directory’s user name with the NameID that was sent.',
  },
  judges: 'sp',
  needs: ['portal', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'The service provider establishes its own security context for the principal.',
    },
    {
      document: 'saml-core',
      section: '2.4.1',
      says: 'Subject identifies the principal of all statements in the assertion.',
    },
  ],
  messages: { other: 'The portal greets {shown}, and {user} logged in.' },
  applies: ({ setup }) =>
    (setup.user !== undefined && setup.user !== null) || 'It is not known who was to log in.',
  run: ({ portal, setup }) => {
    const user = setup.user;
    if (user === undefined || user === null || portal.userName === user.userName) return [];
    return [
      {
        message: 'other' as const,
        data: { shown: portal.userName === '' ? 'nobody' : portal.userName, user: user.userName },
        expected: user.userName,
        observed: portal.userName === '' ? 'no name' : portal.userName,
        where: { artifact: 'portal', path: '/userName' },
      },
    ];
  },
});
