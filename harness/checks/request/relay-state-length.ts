import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/relay-state-length',
  title: {
    holds: "The service provider's RelayState has at most 80 bytes",
    fails: "The service provider's RelayState has more than 80 bytes",
  },
  why: 'An identity provider may cut it off or refuse it; the person then loses the page that they came for.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → relay state',
    change: 'Send a short reference and keep the address on the server.',
  },
  judges: 'sp',
  needs: ['request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.3',
      says: 'RelayState must not be longer than 80 bytes.',
    },
  ],
  options: { maxBytes: 80 },
  messages: { long: 'The RelayState has {count} bytes; at most {most} are allowed.' },
  applies: ({ 'request-delivery': { relayState } }) =>
    relayState !== undefined || 'The request has no RelayState.',
  run: ({ 'request-delivery': { relayState = '' } }, { options: { maxBytes } }) => {
    const count = Buffer.byteLength(relayState, 'utf8');
    if (count <= maxBytes) return [];
    return [
      {
        message: 'long',
        data: { count, most: maxBytes },
        expected: `at most ${maxBytes} bytes`,
        observed: `${count} bytes: ${quote(relayState)}`,
        where: { artifact: 'request-delivery', path: '/relayState' },
      },
    ];
  },
});
