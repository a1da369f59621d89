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
    change: 'Send Cache-Control: no-store with the answer to the post.',
  },
  judges: 'sp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Web Content Caching and Clear-Site-Data',
      says: 'Answers that hold a session identifier carry Cache-Control: no-store.',
    },
    {
      document: 'rfc9111',
      section: '5.2.2.5',
      says: 'no-store forbids a cache to keep any part of the request or the answer.',
    },
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
