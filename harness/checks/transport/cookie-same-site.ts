import { defineCheck } from '../../model/check.ts';
import { cookiesKept } from './_cookies.ts';
import { firstBy, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/cookie-same-site',
  title: {
    holds: 'Every cookie of the login says when other sites may cause it to be sent',
    fails: 'A cookie of the login does not say, or not validly, when other sites may cause it to be sent',
  },
  why: 'Browsers differ in what they assume, so that the login works in one and loops in the next.',
  fix: {
    console: 'Web application',
    field: 'Set-Cookie header',
    change:
      'Add SameSite=Lax; SameSite=None together with Secure only where the cross-site post needs the cookie.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc6265bis',
      section: '4.1.2.7',
      says: 'SameSite is Strict, Lax or None; any other value is treated much like Lax.',
    },
    {
      document: 'rfc6265bis',
      section: '5.6.7.2',
      says: 'Browsers may let a young cookie without SameSite go with a post from another site.',
    },
    {
      document: 'rfc6265bis',
      section: '5.7',
      says: 'A cookie with SameSite=None and without Secure is ignored.',
    },
  ],
  messages: {
    missing: 'The cookie {name} set by {url} has no SameSite; Lax, Strict or None is wanted.',
    unknown: 'The cookie {name} set by {url} has SameSite={value}; Lax, Strict or None is wanted.',
    dropped: 'The cookie {name} set by {url} has SameSite=None without Secure, so browsers drop it.',
  },
  applies: ({ exchanges }) => cookiesKept(exchanges).length > 0 || 'No cookie was set.',
  run: ({ exchanges }) =>
    firstBy(cookiesKept(exchanges), ({ name, exchange }) => `${name} ${shortUrl(exchange.url)}`).flatMap(
      ({ exchange, name, shown, attributes }) => {
        const value = attributes.samesite;
        const known = /^(strict|lax|none)$/i.test(value ?? '');
        const insecure = value?.toLowerCase() === 'none' && attributes.secure === undefined;
        if (known && !insecure) return [];
        const message =
          value === undefined ? ('missing' as const) : known ? ('dropped' as const) : ('unknown' as const);
        return [
          {
            message,
            data: { name, url: shortUrl(exchange.url), value: value ?? '' },
            expected: 'SameSite=Lax, Strict, or None with Secure',
            observed: shown,
            where: whereIn(exchange, 'set-cookie'),
          },
        ];
      },
    ),
});
