import { defineCheck } from '../../model/check.ts';
import { hasTraffic, headerOf, shortUrl, whereIn } from './_exchanges.ts';

/** The answer to a LogoutRequest may travel so (SAML Profiles 4.4.3.4); it was named when the traffic was kept. */
const inUrl = /[?&#;]SAMLResponse=(?!logout-message)/i;

export default defineCheck({
  id: 'transport/response-in-url',
  title: {
    holds: 'No address, redirect or Referer contains the SAML response',
    fails: 'An address, a redirect or a Referer contains the SAML response',
  },
  why: 'Histories, proxies and logs keep addresses; until it expires, the assertion in one lets anybody in.',
  fix: {
    console: 'Identity provider',
    field: 'Binding of the application’s assertion consumer service',
    change: 'Choose HTTP-POST, and do not pass the message on in a redirect.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'HTTP-Redirect is not used for the Response, which is too long for an address.',
    },
    {
      document: 'rfc9110',
      section: '17.9',
      says: 'Addresses are shared and logged, so that sensitive data does not belong in them.',
    },
  ],
  messages: {
    address: '{url} has the response in its address.',
    location: '{url} redirects to an address with the response in it.',
    referer: 'The request for {url} names an address with the response in its Referer.',
  },
  applies: hasTraffic,
  run: ({ exchanges }) =>
    exchanges.flatMap((exchange) => {
      const referer = exchange.requestHeaders.find(({ name }) => name === 'referer')?.value ?? '';
      const found = [
        ...(inUrl.test(exchange.url) ? (['address'] as const) : []),
        ...(inUrl.test(headerOf(exchange, 'location') ?? '') ? (['location'] as const) : []),
        ...(inUrl.test(referer) ? (['referer'] as const) : []),
      ];
      return found.map((message) => ({
        message,
        data: { url: shortUrl(exchange.url) },
        expected: 'the response only in the body of a POST',
        observed: `SAMLResponse in the ${message}`,
        where: whereIn(exchange, message === 'address' ? undefined : message),
      }));
    }),
});
