import { defineCheck } from '../../model/check.ts';
import { cookiesKept } from './_cookies.ts';
import { chainFrom, parseUrl, responsePost, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/cookie-survives-post',
  title: {
    holds: 'The session cookie is sent again after the post from the identity provider',
    fails: 'The session cookie is held back after the post from the identity provider',
  },
  why: 'A redirect that began with a post from another site counts as cross-site: with SameSite=Strict the person is logged in and sent to the login again.',
  fix: {
    console: 'Service provider',
    field: 'SameSite of the session cookie',
    change: 'Use SameSite=Lax, or go on by a page instead of a redirect.',
  },
  judges: 'sp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc6265bis',
      section: '5.6.7.1',
      says: 'Strict cookies do not go with a top-level navigation that a page of another site caused.',
    },
    {
      document: 'rfc6265bis',
      section: '5.2',
      says: 'A request is same-site if its address is of the same site as the page that caused it.',
    },
  ],
  messages: {
    held: 'The cookie {name} set by {url} is SameSite=Strict, and the redirect to {next} leaves it out.',
  },
  applies: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined) return 'No post of a response was recorded.';
    const chain = chainFrom(exchanges, post);
    if (chain.length < 2) return 'No redirect follows the post.';
    return cookiesKept(chain).length > 0 || 'No cookie was set on the way.';
  },
  run: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined) return [];
    const chain = chainFrom(exchanges, post);
    return cookiesKept(chain).flatMap(({ exchange, name, shown, attributes }) => {
      const next = chain
        .slice(chain.indexOf(exchange) + 1)
        .find(({ url }) => parseUrl(url)?.hostname === parseUrl(exchange.url)?.hostname);
      if (attributes.samesite?.toLowerCase() !== 'strict' || next === undefined) return [];
      return [
        {
          message: 'held' as const,
          data: { name, url: shortUrl(exchange.url), next: shortUrl(next.url) },
          expected: 'SameSite=Lax or None',
          observed: shown,
          where: whereIn(exchange, 'set-cookie'),
        },
      ];
    });
  },
});
