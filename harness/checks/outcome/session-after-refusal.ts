import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'outcome/session-after-refusal',
  title: {
    holds: 'A refused login leaves no session',
    fails: 'A refused login leaves a session',
  },
  why: 'The next click goes on with that session, past the refusal.',
  fix: {
    console: 'Identity provider or service provider',
    field: 'Session cookie',
    change: 'Make a session only after the login has succeeded, and remove it when the login is refused.',
  },
  judges: 'setup',
  needs: ['outcome'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'An assertion that is not valid should not be used to establish a security context for the principal.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1',
      says: 'The session secret is made in direct response to an authentication.',
    },
  ],
  messages: { left: 'After the refusal the {party} still has a session for this browser.' },
  applies: ({ outcome }) => {
    if (outcome.actual !== 'refused-by-idp' && outcome.actual !== 'refused-by-sp')
      return 'The login was not refused.';
    return outcome.sessionLeft !== undefined || 'It was not looked whether a session is left.';
  },
  run: ({ outcome }) => {
    // A service provider that refuses says nothing about the identity provider's own session.
    const idp = outcome.actual === 'refused-by-idp' && outcome.sessionLeft?.idp === true;
    const left = [
      ...(idp ? ['identity provider'] : []),
      ...(outcome.sessionLeft?.sp === true ? ['service provider'] : []),
    ];
    return left.map((party) => ({
      message: 'left' as const,
      data: { party },
      expected: 'no session',
      observed: `a session at the ${party}`,
      where: { artifact: 'outcome', path: '/sessionLeft' },
    }));
  },
});
