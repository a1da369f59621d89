import { defineCheck } from '../../model/check.ts';
import { wasAsked } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/origin-shown',
  title: {
    holds: 'The phone shows the address of the page that is on the screen',
    fails: 'The phone does not show the address of the page that is on the screen',
  },
  why: 'An attacker shows the code on a page of his own; the address is all by which a person can tell.',
  fix: {
    console: 'Identity provider',
    field: 'Origin sent to the phone',
    change: 'Show the login page’s address on the phone, and refuse codes that come from another page.',
  },
  judges: 'authenticator',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.5',
      says: 'Resistance to impersonation means that a foreign page cannot relay the authentication.',
    },
    {
      assumption: 'A person who sees the address can notice a foreign page.',
      known:
        'NIST does not count a shown address as resistance to impersonation; it is what a scanned code allows.',
    },
  ],
  messages: {
    missing: 'The phone shows no address; the page is {page}.',
    other: 'The phone shows {shown}; the page with the code is {page}.',
  },
  applies: ({ phone }) => wasAsked(phone) || 'The phone was not asked.',
  run: ({ phone: { shown, pageOrigin } }) => {
    if (originOf(shown.origin) === originOf(pageOrigin)) return [];
    return [
      {
        message: shown.origin === '' ? ('missing' as const) : ('other' as const),
        data: { shown: shown.origin, page: pageOrigin },
        expected: pageOrigin,
        observed: shown.origin === '' ? 'no address' : shown.origin,
        where: { artifact: 'phone', path: '/shown/origin' },
      },
    ];
  },
});

/** Scheme and host; a bare host name, as phones show it, is taken for https. */
function originOf(text: string): string {
  return URL.parse(text.includes('://') ? text : `https://${text}`)?.origin ?? text;
}
