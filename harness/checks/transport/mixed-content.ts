import { defineCheck } from '../../model/check.ts';
import { hasMarkup, pagesOf, shortUrl, whereIn } from './_exchanges.ts';
import { loadedBy, tagsOf } from './_html.ts';

export default defineCheck({
  id: 'transport/mixed-content',
  title: {
    holds: 'No page of the login loads anything over http',
    fails: 'A page of the login loads something over http',
  },
  why: 'Whoever changes the resource on its way can read or change the page that holds the assertion.',
  fix: {
    console: 'Web page',
    field: 'Address of the resource',
    change: 'Load the resource by https, or from the page’s own host.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Transport Layer Security Cheat Sheet, Do Not Mix TLS and Non-TLS Content',
      says: 'A page served by TLS includes no resource that is loaded without it.',
    },
  ],
  messages: { loads: '{url} loads {target} over http; https is wanted.' },
  applies: hasMarkup,
  run: ({ exchanges }) =>
    pagesOf(exchanges)
      .filter((page) => page.url.startsWith('https:'))
      .flatMap((page) =>
        loadedBy(tagsOf(page.responseBody ?? ''))
          .filter(({ url }) => url.startsWith('http:'))
          .map(({ tag, url }) => ({
            message: 'loads' as const,
            data: { url: shortUrl(page.url), target: shortUrl(url) },
            expected: 'an https address',
            observed: shortUrl(url),
            where: whereIn(page, undefined, tag.text),
          })),
      ),
});
