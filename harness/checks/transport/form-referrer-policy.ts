import { defineCheck } from '../../model/check.ts';
import { headerOf, shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm, tagsOf } from './_html.ts';

const tight = new Set([
  'no-referrer',
  'same-origin',
  'origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'origin-when-cross-origin',
]);

export default defineCheck({
  id: 'transport/form-referrer-policy',
  title: {
    holds: 'The page that posts the response does not tell its address to other sites',
    fails: 'The page that posts the response may tell its address to other sites',
  },
  why: 'The address of this page can hold the request, the session or the user of the login.',
  fix: {
    console: 'Identity provider',
    field: 'Referrer-Policy header of the page that posts the response',
    change: 'Send Referrer-Policy: no-referrer with the page that posts the response.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Security Response Headers Cheat Sheet, Referrer-Policy',
      says: 'The policy is sent with every answer, and keeps paths and parameters from other sites.',
    },
    {
      document: 'saml-bindings',
      section: '3.4.5.2',
      says: 'Messages in an address may be exposed in logs and in the Referer.',
    },
  ],
  messages: {
    missing: '{url} states no Referrer-Policy; no-referrer is wanted.',
    loose: '{url} states the Referrer-Policy {policy}, which gives the whole address away.',
  },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }) => {
    const page = findMessageForm(exchanges)?.page;
    if (page === undefined) return [];
    const meta = tagsOf(page.responseBody ?? '').find(
      ({ name, attributes }) => name === 'meta' && attributes.name?.toLowerCase() === 'referrer',
    );
    const stated = meta?.attributes.content ?? headerOf(page, 'referrer-policy');
    const policy = stated?.split(',').at(-1)?.trim().toLowerCase() ?? '';
    if (tight.has(policy)) return [];
    return [
      {
        message: policy === '' ? ('missing' as const) : ('loose' as const),
        data: { url: shortUrl(page.url), policy },
        expected: 'no-referrer, or another policy that keeps the path',
        observed: stated ?? 'no such header',
        where: whereIn(page, 'referrer-policy'),
      },
    ];
  },
});
