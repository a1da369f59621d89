import { defineCheck } from '../../model/check.ts';
import { firstBy, hasPages, headerOf, pagesOf, parseUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/strict-transport-security',
  title: {
    holds: 'Every host with a page in the login asks browsers to stay on https',
    fails: 'A host with a page in the login does not ask browsers to stay on https',
  },
  why: 'Without it, the first click on an http link can be caught and kept in the clear.',
  fix: {
    console: 'Web server',
    field: 'Strict-Transport-Security header',
    change: 'Send Strict-Transport-Security with a max-age of at least 180 days on every page.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Strict Transport Security Cheat Sheet',
      says: 'Sites answer with Strict-Transport-Security and a long max-age.',
    },
    {
      assumption: 'Half a year is long enough.',
      known: 'The sheet recommends two years; browsers keep to whatever is sent.',
    },
  ],
  options: { minSeconds: 15_552_000 },
  messages: {
    missing: '{host} sends no Strict-Transport-Security; a long max-age is wanted.',
    short: '{host} asks for https during {seconds} s only.',
  },
  applies: hasPages,
  run: ({ exchanges }, { options }) =>
    firstBy(
      pagesOf(exchanges).filter(({ url }) => url.startsWith('https:')),
      ({ url }) => parseUrl(url)?.host ?? url,
    ).flatMap((page) => {
      const value = headerOf(page, 'strict-transport-security');
      const seconds = Number(/max-age\s*=\s*"?(\d+)/i.exec(value ?? '')?.[1] ?? Number.NaN);
      if (seconds >= options.minSeconds) return [];
      const unknown = value === undefined || Number.isNaN(seconds);
      return [
        {
          message: unknown ? ('missing' as const) : ('short' as const),
          data: { host: parseUrl(page.url)?.host ?? page.url, ...(unknown ? {} : { seconds }) },
          expected: `max-age of at least ${options.minSeconds}`,
          observed: value ?? 'no such header',
          where: whereIn(page, 'strict-transport-security'),
        },
      ];
    }),
});
