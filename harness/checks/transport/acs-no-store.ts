import { defineCheck } from '../../model/check.ts';
import { headerOf, responsePost, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/acs-no-store',
  title: {
    holds: 'The answer to the posted response is not kept by any cache',
    fails: 'The answer to the posted response may be kept by a cache',
  },
  why: 'A cache that keeps the answer keeps a way into this person’s session.',
  fix: {
    console: 'Service provider',
    field: 'Cache-Control header of the assertion consumer service',
    change: 'Send no-store.',
  },
  judges: 'sp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.1',
      says: 'Messages of the POST binding are not cached: Cache-Control carries no-cache and no-store.',
    },
    { document: 'rfc9111', section: '5.2.2.5', says: 'no-store forbids every cache to keep the answer.' },
  ],
  messages: { kept: '{url} answers without Cache-Control: no-store.' },
  applies: ({ exchanges }) => responsePost(exchanges) !== undefined || 'No post of a response was recorded.',
  run: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined) return [];
    const value = headerOf(post, 'cache-control');
    if (/(^|,)\s*no-store\s*(,|$)/i.test(value ?? '')) return [];
    return [
      {
        message: 'kept' as const,
        data: { url: shortUrl(post.url) },
        expected: 'no-store',
        observed: value ?? 'no Cache-Control',
        where: whereIn(post, 'cache-control'),
      },
    ];
  },
});
