import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'authenticator/approval-once',
  title: {
    holds: 'An approval counts once',
    fails: 'An approval is taken a second time',
  },
  why: 'Whoever records the answer of the phone can approve logins with it later.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change: 'Mark the challenge as answered, and refuse every further answer.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier takes a given authentication secret only once during its validity.',
    },
  ],
  messages: { again: 'Sent again, the approval is answered by {status} {code}; it has to be refused.' },
  applies: ({ phone }) => phone.repeated.length > 0 || 'The approval was not sent again.',
  run: ({ phone }) =>
    phone.repeated.flatMap(({ status, code }, index) =>
      status >= 400
        ? []
        : [
            {
              message: 'again' as const,
              data: { status, code },
              expected: 'a refusal',
              observed: `${status} ${code}`,
              where: { artifact: 'phone' as const, path: `/repeated/${index}` },
            },
          ],
    ),
});
