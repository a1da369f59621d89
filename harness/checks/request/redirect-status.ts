import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'request/redirect-status',
  title: {
    holds: 'The service provider redirects with status 302 or 303',
    fails: 'The service provider redirects with another status than 302 or 303',
  },
  why: 'With 301 or 308 the browser remembers an old request for ever; with 307 it repeats the form that was posted.',
  fix: {
    console: 'Service provider',
    field: 'Sign-in page → redirect to the identity provider',
    change: 'Answer with status 303.',
  },
  judges: 'sp',
  needs: ['request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.5',
      says: 'The answer that carries the message has status 303 or 302.',
    },
  ],
  messages: { other: 'The answer that carried the request has the status {status}; 302 or 303 is wanted.' },
  applies: ({ 'request-delivery': { binding, carriedBy } }) =>
    (binding === 'HTTP-Redirect' && carriedBy !== undefined) ||
    'The request was not seen to travel by a redirect.',
  run: ({ 'request-delivery': { carriedBy } }) => {
    const status = carriedBy?.status ?? 0;
    if (status === 302 || status === 303) return [];
    const where = { artifact: 'request-delivery', path: '/carriedBy/status' } as const;
    return [{ message: 'other', data: { status }, expected: '302 or 303', observed: `${status}`, where }];
  },
});
