import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'authenticator/qr-renewed',
  title: {
    holds: 'A reload of the login page shows a new code',
    fails: 'A reload of the login page shows the same code again',
  },
  why: 'A code that stays the same is not bound to one login, and an old picture of it still works.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change: 'Make a new code for every page that is shown.',
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
  messages: { same: 'The page shows the same code before and after the reload; a new one is wanted.' },
  applies: ({ phone }) => phone.qrAfterReload !== undefined || 'The page was not reloaded.',
  run: ({ phone }) =>
    phone.qr === phone.qrAfterReload
      ? [
          {
            message: 'same' as const,
            expected: 'another code',
            observed: 'the same code',
            where: { artifact: 'phone', path: '/qrAfterReload' },
          },
        ]
      : [],
});
