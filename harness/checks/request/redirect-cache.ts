import { defineCheck } from '../../model/check.ts';
import { quoteOrNothing } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/redirect-cache',
  title: {
    holds: 'The redirect to the identity provider may not be kept in a cache',
    fails: 'The redirect to the identity provider may be kept in a cache',
  },
  why: 'A cached redirect sends an old request again; its answer is refused, and the person sees an error page.',
  fix: {
    console: 'Service provider',
    field: 'Sign-in page → response headers',
    change: 'Send Cache-Control: no-cache, no-store with the redirect.',
  },
  judges: 'sp',
  needs: ['request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.5.1',
      says: 'Answers that carry a SAML message should have Cache-Control no-cache, no-store.',
    },
    {
      document: 'rfc9111',
      section: '5.2.2.5',
      says: 'no-store forbids a cache to keep any part of the request or the answer.',
    },
  ],
  messages: {
    cacheable: 'Cache-Control of the answer that carried the request is {value}; no-store is wanted.',
  },
  applies: ({ 'request-delivery': { binding, carriedBy } }) =>
    (binding === 'HTTP-Redirect' && carriedBy !== undefined) ||
    'The request was not seen to travel by a redirect.',
  run: ({ 'request-delivery': { carriedBy } }) => {
    const lines = (carriedBy?.headers ?? []).filter(({ name }) => name.toLowerCase() === 'cache-control');
    const value = lines.length === 0 ? undefined : lines.map((line) => line.value).join(', ');
    const directives = (value ?? '')
      .toLowerCase()
      .split(',')
      .map((directive) => directive.trim());
    if (directives.includes('no-store')) return [];
    const observed = quoteOrNothing(value);
    const where = { artifact: 'request-delivery', path: '/carriedBy/headers' } as const;
    return [{ message: 'cacheable', data: { value: observed }, expected: 'no-store', observed, where }];
  },
});
