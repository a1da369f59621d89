import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'outcome/assertion-after-refusal',
  title: {
    holds: 'An identity provider that refuses the login issues no assertion',
    fails: 'The identity provider refuses the login and issues an assertion all the same',
  },
  why: 'The page says no while the browser holds a message that lets it in.',
  fix: {
    console: 'Identity provider',
    field: 'Application access and authentication policy',
    change: 'Decide before the assertion is made; a refusal carries a status and nothing else.',
  },
  judges: 'idp',
  needs: ['outcome', 'response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A Response that reports an error contains no assertion.',
    },
  ],
  messages: { issued: 'The login ended as "refused-by-idp", and the response holds {count} assertion(s).' },
  applies: ({ outcome }) => outcome.actual === 'refused-by-idp' || 'The identity provider did not refuse.',
  run: ({ response }) => {
    const count = response.assertions.length + response.encryptedAssertions.length;
    if (count === 0) return [];
    return [
      {
        message: 'issued' as const,
        data: { count },
        expected: 'no assertion',
        observed: `${count} assertion(s)`,
        where: { artifact: 'response', path: response.assertions[0]?.element.path ?? '/' },
      },
    ];
  },
});
