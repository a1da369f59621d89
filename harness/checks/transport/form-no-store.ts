import { defineCheck } from '../../model/check.ts';
import { headerOf, shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm } from './_html.ts';

export default defineCheck({
  id: 'transport/form-no-store',
  title: {
    holds: 'The page that posts the response is not kept by any cache',
    fails: 'The page that posts the response may be kept by a cache',
  },
  why: 'The next person at the same browser or proxy can go back to the page and post the assertion again.',
  fix: {
    console: 'Identity provider',
    field: 'Cache-Control header of the page that posts the response',
    change: 'Send Cache-Control: no-store with the page that posts the response.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.1',
      says: 'Answers that carry a SAML message should have Cache-Control no-cache, no-store.',
    },
    {
      document: 'rfc9111',
      section: '5.2.2.5',
      says: 'no-store forbids a cache to keep any part of the request or the answer.',
    },
  ],
  messages: { kept: '{url} is sent without Cache-Control: no-store.' },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }) => {
    const page = findMessageForm(exchanges)?.page;
    if (page === undefined) return [];
    const value = headerOf(page, 'cache-control');
    if (/(^|,)\s*no-store\s*(,|$)/i.test(value ?? '')) return [];
    return [
      {
        message: 'kept' as const,
        data: { url: shortUrl(page.url) },
        expected: 'no-store',
        observed: value ?? 'no Cache-Control',
        where: whereIn(page, 'cache-control'),
      },
    ];
  },
});
