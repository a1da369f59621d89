import { defineCheck } from '../../model/check.ts';
import type { Exchange } from '../../model/evidence.ts';
import { firstBy, hasPages, headerOf, pagesOf, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/framing',
  title: {
    holds: 'Pages of the login cannot be put into a foreign frame',
    fails: 'A page of the login can be put into a foreign frame',
  },
  why: 'A hostile site can lay the login page under its own and have people click or scan what they do not see.',
  fix: {
    console: 'Web server',
    field: 'Content-Security-Policy header',
    change: 'Add frame-ancestors ’none’, or the hosts that may frame the page.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Clickjacking Defense Cheat Sheet',
      says: 'Pages name who may frame them by frame-ancestors, or by X-Frame-Options.',
    },
  ],
  messages: { open: '{url} does not say who may frame it; frame-ancestors is wanted.' },
  applies: hasPages,
  run: ({ exchanges }) =>
    firstBy(
      pagesOf(exchanges).filter((page) => !isClosed(page)),
      ({ url }) => shortUrl(url),
    ).map((page) => ({
      message: 'open' as const,
      data: { url: shortUrl(page.url) },
      expected: 'frame-ancestors or X-Frame-Options',
      observed: headerOf(page, 'content-security-policy') ?? 'neither header',
      where: whereIn(page, 'content-security-policy'),
    })),
});

/** Browsers heed X-Frame-Options only where no policy names frame ancestors (CSP 2, 7.7.1). */
function isClosed(page: Exchange): boolean {
  const ancestors = page.responseHeaders
    .filter(({ name }) => name === 'content-security-policy')
    .flatMap(({ value }) => value.split(/[;,]/))
    .map((directive) => directive.trim().toLowerCase().split(/\s+/))
    .filter(([name]) => name === 'frame-ancestors');
  if (ancestors.length > 0) return ancestors.some((sources) => !sources.includes('*'));
  return /^\s*(deny|sameorigin)\s*$/i.test(headerOf(page, 'x-frame-options') ?? '');
}
