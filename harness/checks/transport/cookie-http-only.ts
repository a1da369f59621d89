import { defineCheck } from '../../model/check.ts';
import { cookiesKept } from './_cookies.ts';
import { firstBy, shortUrl, whereIn } from './_exchanges.ts';

/** Cookies that scripts read by design: tokens sent back in a header, and what a page is to look like. */
const forScripts = /csrf|xsrf|lang|locale|theme|consent/i;

const options: { readonly readByScripts: readonly string[] } = { readByScripts: [] };

export default defineCheck({
  id: 'transport/cookie-http-only',
  title: {
    holds: 'Scripts cannot read the cookies of the login',
    fails: 'Scripts can read a cookie of the login',
  },
  why: 'One injected script is then enough to carry the session away.',
  fix: {
    console: 'Web application',
    field: 'Set-Cookie header',
    change: 'Add HttpOnly to the Set-Cookie header.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc6265bis',
      section: '4.1.2.6',
      says: 'HttpOnly has the browser leave the cookie out of what it shows to scripts.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1.1',
      says: 'Cookies that keep a session should not be accessible to scripts.',
    },
  ],
  options,
  messages: { open: 'The cookie {name} set by {url} lacks HttpOnly.' },
  applies: ({ exchanges }) => cookiesKept(exchanges).length > 0 || 'No cookie was set.',
  run: ({ exchanges }, { options }) =>
    firstBy(
      cookiesKept(exchanges).filter(
        ({ name, attributes }) =>
          attributes.httponly === undefined &&
          !forScripts.test(name) &&
          !options.readByScripts.includes(name),
      ),
      ({ name, exchange }) => `${name} ${shortUrl(exchange.url)}`,
    ).map(({ exchange, name, shown }) => ({
      message: 'open' as const,
      data: { name, url: shortUrl(exchange.url) },
      expected: 'HttpOnly',
      observed: shown,
      where: whereIn(exchange, 'set-cookie'),
    })),
});
