import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'transport/relay-state-size',
  title: {
    holds: 'The RelayState that comes with the response has at most 80 bytes',
    fails: 'The RelayState that comes with the response is longer than 80 bytes',
  },
  why: 'Longer values may be cut off or refused, and people end on another page than the one they asked for.',
  fix: {
    console: 'Identity provider',
    field: 'Default relay state of the application',
    change: 'Use a short value, or a key to a longer one kept at the service provider.',
  },
  judges: 'idp',
  needs: ['response-delivery'],
  refs: [{ document: 'saml-bindings', section: '3.5.3', says: 'The RelayState must not exceed 80 bytes.' }],
  options: { mostBytes: 80 },
  messages: { long: 'The RelayState has {bytes} bytes; at most {most} are allowed.' },
  applies: ({ 'response-delivery': { relayState } }) =>
    relayState !== undefined || 'The response came without RelayState.',
  run: ({ 'response-delivery': { relayState = '' } }, { options }) => {
    const bytes = new TextEncoder().encode(relayState).length;
    if (bytes <= options.mostBytes) return [];
    return [
      {
        message: 'long' as const,
        data: { bytes, most: options.mostBytes },
        expected: `at most ${options.mostBytes} bytes`,
        observed: `${bytes} bytes`,
        where: { artifact: 'response-delivery', path: '/relayState' },
      },
    ];
  },
});
