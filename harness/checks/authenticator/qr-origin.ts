import { defineCheck } from '../../model/check.ts';

const options: { readonly allowedHosts: readonly string[] } = { allowedHosts: [] };

export default defineCheck({
  id: 'authenticator/qr-origin',
  title: {
    holds: 'The code leads the phone to the identity provider',
    fails: 'The code leads the phone to another host, or there without TLS',
  },
  why: 'A phone that follows the code to a foreign host hands its approval to whoever runs it.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change: 'Put the identity provider’s own https address, or the app’s own scheme, into the code.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'The device talks to the verifier over an authenticated, protected channel.',
    },
  ],
  options,
  messages: {
    plain: 'The code leads to {host} without TLS.',
    foreign: 'The code leads to {host}; the provider says it is {origin}.',
  },
  applies: ({ phone }) => {
    if (!/^https?:/i.test(phone.qr)) return 'The code is no web address.';
    return phone.shown.origin !== '' || 'The provider did not say to the phone who it is.';
  },
  run: ({ phone }, { options }) => {
    const url = URL.parse(phone.qr);
    const host = url?.host ?? phone.qr.slice(0, 80);
    const where = { artifact: 'phone' as const, path: '/qr' };
    if (url?.protocol !== 'https:')
      return [
        {
          message: 'plain' as const,
          data: { host },
          expected: 'https',
          observed: phone.qr.slice(0, 80),
          where,
        },
      ];
    const origin = phone.shown.origin;
    if (url.host === (URL.parse(origin)?.host ?? origin) || options.allowedHosts.includes(url.host))
      return [];
    return [
      { message: 'foreign' as const, data: { host, origin }, expected: origin, observed: url.origin, where },
    ];
  },
});
