import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'request/redirect-permanent',
  title: 'A redirect to the identity provider with status 301',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      exchanges.map((exchange) =>
        exchange.responseHeaders.some(
          ({ name, value }) => name === 'location' && value.includes('SAMLRequest='),
        )
          ? { ...exchange, status: 301 }
          : exchange,
      ),
  },
  breaks: ['request/redirect-status'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.5',
      says: 'The answer that carries the message has status 303 or 302.',
    },
  ],
});
