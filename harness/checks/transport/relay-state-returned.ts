import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'transport/relay-state-returned',
  title: {
    holds: 'The RelayState comes back exactly as it was sent',
    fails: 'The RelayState comes back changed, or not at all',
  },
  why: 'The service provider cannot tell which request is answered, and people lose the page that they asked for.',
  fix: {
    console: 'Identity provider',
    field: 'RelayState handling',
    change: 'Hand the value back byte for byte; set no default relay state for this application.',
  },
  judges: 'idp',
  needs: ['response-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'The responder returns the exact RelayState data that came with the request.',
    },
  ],
  messages: {
    lost: 'The response comes without the RelayState that the request carried.',
    changed: 'The RelayState comes back with another value.',
  },
  applies: ({ 'response-delivery': { relayStateSent } }) =>
    (relayStateSent !== undefined && relayStateSent !== '') || 'The service provider sent no RelayState.',
  run: ({ 'response-delivery': { relayState, relayStateSent } }) =>
    relayState === relayStateSent
      ? []
      : [
          {
            message: relayState === undefined ? ('lost' as const) : ('changed' as const),
            expected: shorten(relayStateSent ?? ''),
            observed: relayState === undefined ? 'no RelayState' : shorten(relayState),
            where: { artifact: 'response-delivery', path: '/relayState' },
          },
        ],
});

function shorten(text: string): string {
  return text.length <= 80
    ? `"${text}"`
    : `"${text.slice(0, 40)}…${text.slice(-30)}" (${text.length} characters)`;
}
