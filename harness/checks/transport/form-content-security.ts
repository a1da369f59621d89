import { defineCheck } from '../../model/check.ts';
import { shortUrl, whereIn } from './_exchanges.ts';
import { findMessageForm } from './_html.ts';

export default defineCheck({
  id: 'transport/form-content-security',
  title: {
    holds: 'The page that posts the response lets only its own scripts run',
    fails: 'The page that posts the response lets foreign scripts run',
  },
  why: 'A script that slips into this page reads the assertion and can log in as the person.',
  fix: {
    console: 'Identity provider',
    field: 'Content-Security-Policy header of the page that posts the response',
    change: 'Send default-src ’none’ with a nonce or a hash for the script that submits the form.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Content Security Policy Cheat Sheet, Strict CSP',
      says: 'A strict policy names scripts by nonce or hash and does not allow inline scripts in general.',
    },
  ],
  messages: {
    missing: '{url} is sent without a Content-Security-Policy.',
    loose: '{url} has a Content-Security-Policy that allows {what}.',
  },
  applies: ({ exchanges }) =>
    findMessageForm(exchanges) !== undefined || 'No page that posts a response was recorded.',
  run: ({ exchanges }) => {
    const page = findMessageForm(exchanges)?.page;
    if (page === undefined) return [];
    const policies = page.responseHeaders.filter(({ name }) => name === 'content-security-policy');
    const loose = policies.map(({ value }) => loosenessOf(value));
    if (loose.some((what) => what === undefined)) return []; // the strictest of several policies rules
    const expected = 'a policy that names scripts by nonce or hash';
    const data = { url: shortUrl(page.url), what: loose[0] ?? '' };
    const observed = policies[0]?.value ?? 'no such header';
    const where = whereIn(page, 'content-security-policy');
    return [
      {
        message: policies.length === 0 ? ('missing' as const) : ('loose' as const),
        data,
        expected,
        observed,
        where,
      },
    ];
  },
});

/** What the policy allows too much; undefined when it is strict about scripts. */
function loosenessOf(policy: string): string | undefined {
  const directives = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name.toLowerCase(), sources.map((source) => source.toLowerCase())];
    }),
  );
  const sources = directives.get('script-src') ?? directives.get('default-src');
  if (sources === undefined) return 'every script';
  const named = sources.some((source) => /^'(nonce|sha(256|384|512))-/.test(source));
  if (sources.includes("'unsafe-inline'") && !named) return 'any inline script';
  const wide = sources.find((source) => ['*', 'http:', 'https:', 'data:'].includes(source));
  return wide !== undefined && !sources.includes("'strict-dynamic'") ? `scripts from ${wide}` : undefined;
}
