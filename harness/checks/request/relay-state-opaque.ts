import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { decoded } from './_query.ts';

export default defineCheck({
  id: 'request/relay-state-opaque',
  title: {
    holds: "The service provider's RelayState gives nothing away",
    fails: "The service provider's RelayState is an address or names a person",
  },
  why: 'A RelayState that is an address can be replaced by an attacker’s; one with personal data ends up in logs.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → relay state',
    change: 'Send an opaque reference that is protected against change.',
  },
  judges: 'sp',
  needs: ['request-delivery'],
  refs: [
    { document: 'saml-bindings', section: '3.4.3', says: 'RelayState should be protected against change.' },
    {
      document: 'saml-profiles',
      section: '4.1.3.1',
      says: 'RelayState should reveal as little as possible of what was asked for.',
    },
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Unsolicited Response',
      says: 'A RelayState that is a URL is checked against a list, lest it become an open redirect.',
    },
  ],
  messages: {
    address: 'The RelayState {value} is an address; an opaque reference is wanted.',
    person: 'The RelayState {value} contains an e-mail address; an opaque reference is wanted.',
  },
  applies: ({ 'request-delivery': { relayState } }) => !!relayState || 'The request has no RelayState.',
  run: ({ 'request-delivery': { relayState = '' } }) => {
    const readings = [relayState, decoded(relayState), unpacked(relayState)];
    const where = { artifact: 'request-delivery', path: '/relayState' } as const;
    const data = { value: quote(relayState) };
    const fault = (message: 'address' | 'person') => [
      { message, data, expected: 'an opaque value', observed: quote(relayState), where },
    ];
    if (readings.some((text) => /^(?:https?:)?\/\//i.test(text))) return fault('address');
    return readings.some((text) => /[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(text)) ? fault('person') : [];
  },
});

/** Base64 of readable text is no secret; anything else in base64 stays as it is. */
function unpacked(value: string): string {
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]+$/.test(text) ? text : value;
}
