import { defineCheck } from '../../model/check.ts';
import { firstBy, hasPages, headerOf, pagesOf, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/content-type-options',
  title: {
    holds: 'Pages forbid browsers to guess content types',
    fails: 'A page lets browsers guess content types',
  },
  why: 'A browser that guesses may run an uploaded picture or a text as a script of the login page.',
  fix: {
    console: 'Web server',
    field: 'X-Content-Type-Options header',
    change: 'Send X-Content-Type-Options: nosniff on every page.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Security Response Headers Cheat Sheet, X-Content-Type-Options',
      says: 'Pages carry the value nosniff.',
    },
  ],
  messages: { missing: '{url} does not carry X-Content-Type-Options: nosniff.' },
  applies: hasPages,
  run: ({ exchanges }) =>
    firstBy(
      pagesOf(exchanges).filter(
        (page) => headerOf(page, 'x-content-type-options')?.trim().toLowerCase() !== 'nosniff',
      ),
      ({ url }) => shortUrl(url),
    ).map((page) => ({
      message: 'missing' as const,
      data: { url: shortUrl(page.url) },
      expected: 'nosniff',
      observed: headerOf(page, 'x-content-type-options') ?? 'no such header',
      where: whereIn(page, 'x-content-type-options'),
    })),
});
