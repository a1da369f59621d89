import { defineCheck } from '../../model/check.ts';
import { headerOf, responsePost, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/response-reposted',
  title: {
    holds: 'The service provider ends the post of the response itself',
    fails: 'The service provider has the browser post the response on to another address',
  },
  why: 'By 307 or 308 the browser repeats the post with the assertion, so that a second site gets a working login.',
  fix: {
    console: 'Service provider',
    field: 'Answer of the assertion consumer service',
    change: 'Redirect by 303 (or 302) after the response was read.',
  },
  judges: 'sp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'rfc9110',
      section: '15.4.8',
      says: 'After 307 the client repeats the request with its method.',
    },
    { document: 'rfc9110', section: '15.4.4', says: 'After 303 the client fetches another resource by GET.' },
  ],
  messages: { reposted: '{url} answers by {status}, which posts the response on to {target}.' },
  applies: ({ exchanges }) => responsePost(exchanges) !== undefined || 'No post of a response was recorded.',
  run: ({ exchanges }) => {
    const post = responsePost(exchanges);
    if (post === undefined || (post.status !== 307 && post.status !== 308)) return [];
    const target = shortUrl(headerOf(post, 'location') ?? '');
    return [
      {
        message: 'reposted' as const,
        data: { url: shortUrl(post.url), status: post.status, target },
        expected: '303 or 302, or a page',
        observed: String(post.status),
        where: whereIn(post, 'location'),
      },
    ];
  },
});
