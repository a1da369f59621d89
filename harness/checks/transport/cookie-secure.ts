import { defineCheck } from '../../model/check.ts';
import { cookiesKept } from './_cookies.ts';
import { firstBy, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/cookie-secure',
  title: {
    holds: 'Every cookie of the login is Secure',
    fails: 'A cookie of the login is not Secure',
  },
  why: 'Without the attribute, the browser also sends the cookie over http, where anybody on the way reads it.',
  fix: {
    console: 'Web application',
    field: 'Set-Cookie header',
    change: 'Add Secure to the Set-Cookie header.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    { document: 'rfc6265bis', section: '4.1.2.5', says: 'Secure limits a cookie to secure channels.' },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1.1',
      says: 'Cookies that keep a session are marked for use on secure (HTTPS) sessions only.',
    },
  ],
  messages: { open: 'The cookie {name} set by {url} lacks Secure.' },
  applies: ({ exchanges }) => cookiesKept(exchanges).length > 0 || 'No cookie was set.',
  run: ({ exchanges }) =>
    firstBy(
      cookiesKept(exchanges).filter(({ attributes }) => attributes.secure === undefined),
      ({ name, exchange }) => `${name} ${shortUrl(exchange.url)}`,
    ).map(({ exchange, name, shown }) => ({
      message: 'open' as const,
      data: { name, url: shortUrl(exchange.url) },
      expected: 'Secure',
      observed: shown,
      where: whereIn(exchange, 'set-cookie'),
    })),
});
