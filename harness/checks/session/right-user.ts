import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'session/right-user',
  title: {
    holds: 'The session belongs to the person who logged in',
    fails: 'The session belongs to nobody, or to another person than the one who logged in',
  },
  why: 'A person who lands in somebody else’s session has that one’s rights.',
  fix: {
    console: 'Identity provider',
    field: 'Value of the NameID',
    change: 'Send the attribute that holds this person’s user name at the service provider.',
  },
  judges: 'sp',
  needs: ['outcome', 'setup'],
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
  messages: {
    nobody: 'A session was expected for {user}, and the service provider reports none.',
    other: 'The session is that of {who}, not of {user}.',
  },
  applies: ({ outcome, setup }) => {
    if (outcome.actual !== 'signed-in') return 'Nobody was logged in.';
    return (setup.user !== undefined && setup.user !== null) || 'It is not known who was to log in.';
  },
  run: ({ outcome, setup }) => {
    const user = setup.user?.userName ?? '';
    if (outcome.who === user) return [];
    return [
      {
        message: outcome.who === undefined ? ('nobody' as const) : ('other' as const),
        data: { user, who: outcome.who ?? '' },
        expected: user,
        observed: outcome.who ?? 'no session',
        where: { artifact: 'outcome', path: '/who' },
      },
    ];
  },
});
