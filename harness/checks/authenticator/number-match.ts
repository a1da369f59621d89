import { defineCheck } from '../../model/check.ts';
import { wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/number-match',
  title: {
    holds: 'An approval counts only with the number that the login page shows',
    fails: 'An approval counts without the number that the login page shows',
  },
  why: 'Without it, a person who approves by habit lets in an attacker whose login page is elsewhere.',
  fix: {
    console: 'Identity provider',
    field: 'Number matching',
    change: 'Switch number matching on, and refuse an approval with another number.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'An approval is tied to the login by a secret that the person carries over to the device, or compares on both.',
    },
    {
      assumption: 'The number is asked for beside the code that is scanned.',
      known:
        'NIST takes the scanned secret alone for enough; it does not show that the person at the screen and the person with the phone are one.',
    },
  ],
  messages: {
    none: 'The approval was taken, and the {side} showed no number.',
    other: 'The approval was taken with {phone}, and the page shows {page}.',
  },
  applies: ({ phone }) => wasApproved(phone) || 'No approval was taken.',
  run: ({ phone: { numberOnPage, numberOnPhone } }) => {
    const where = { artifact: 'phone' as const, path: '/numberOnPhone' };
    const expected = numberOnPage ?? 'a number on the page and on the phone';
    if (!numberOnPage || !numberOnPhone) {
      const data = { side: numberOnPage ? 'phone' : 'page' };
      return [{ message: 'none' as const, data, expected, observed: numberOnPhone ?? 'no number', where }];
    }
    if (numberOnPage === numberOnPhone) return [];
    const data = { phone: numberOnPhone, page: numberOnPage };
    return [{ message: 'other' as const, data, expected, observed: numberOnPhone, where }];
  },
});
