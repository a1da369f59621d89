import { defineCheck } from '../../model/check.ts';
import { hasTraffic, headerOf, isWeb, pagesOf, shortUrl, whereIn } from './_exchanges.ts';
import { tagsOf } from './_html.ts';

export default defineCheck({
  id: 'transport/downgrade',
  title: {
    holds: 'No page sends the browser from https to http',
    fails: 'A redirect or a form sends the browser from https to http',
  },
  why: 'The browser of one person may repair it by HSTS; the next person sends the message in the clear.',
  fix: {
    console: 'Web server',
    field: 'Redirect target or form action',
    change: 'Write the address with https, also behind a proxy that ends TLS.',
  },
  judges: 'setup',
  needs: ['exchanges'],
  refs: [
    {
      document: 'owasp',
      section: 'Transport Layer Security Cheat Sheet, Use TLS For All Pages',
      says: 'All pages use TLS, not only those that seem sensitive.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1',
      says: 'An authenticated session does not fall back from https to http.',
    },
  ],
  messages: {
    redirect: '{url} redirects to {target} without TLS.',
    form: 'A form on {url} is sent to {target} without TLS.',
  },
  applies: hasTraffic,
  run: ({ exchanges }) => {
    const redirects = exchanges.filter(isWeb).flatMap((exchange) => {
      const location = headerOf(exchange, 'location');
      return location?.startsWith('http:') && exchange.url.startsWith('https:')
        ? [{ message: 'redirect' as const, exchange, target: location }]
        : [];
    });
    const forms = pagesOf(exchanges).flatMap((exchange) =>
      tagsOf(exchange.responseBody ?? '').flatMap(({ name, attributes }) =>
        name === 'form' && attributes.action?.startsWith('http:')
          ? [{ message: 'form' as const, exchange, target: attributes.action }]
          : [],
      ),
    );
    return [...redirects, ...forms].map(({ message, exchange, target }) => ({
      message,
      data: { url: shortUrl(exchange.url), target: shortUrl(target) },
      expected: 'an https address',
      observed: shortUrl(target),
      where: whereIn(exchange, message === 'redirect' ? 'location' : undefined),
    }));
  },
});
