import { defineCheck } from '../../model/check.ts';
import { qrValues } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/qr-entropy',
  title: {
    holds: 'The code on the login page cannot be guessed',
    fails: 'The code on the login page can be guessed',
  },
  why: 'An attacker who guesses it lets the phone of another person approve the attacker’s login.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change: 'Put a random value of at least 128 bits into the code.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session ID Entropy',
      says: 'An identifier that opens a session has at least 64 random bits.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The secret that links the two channels is random; one below 64 bits needs limited attempts.',
    },
  ],
  options: { minBits: 128 },
  messages: { short: 'The longest value in the code holds about {bits} bits.' },
  applies: ({ phone }) => phone.qr !== '' || 'No code was read.',
  run: ({ phone }, { options }) => {
    const bits = Math.floor(Math.max(...qrValues(phone.qr).map(bitsOf)));
    if (bits >= options.minBits) return [];
    return [
      {
        message: 'short' as const,
        data: { bits },
        expected: `at least ${options.minBits} bits`,
        observed: `about ${bits} bits`,
        where: { artifact: 'phone', path: '/qr' },
      },
    ];
  },
});

/** The most that a text of this length and alphabet can hold; repeated characters count as what they are. */
function bitsOf(text: string): number {
  if (/^[0-9]+$/.test(text)) return spread(text) * Math.log2(10);
  if (/^[0-9a-f-]+$/i.test(text)) return spread(text.replaceAll('-', '')) * 4;
  return spread(text) * 6;
}

/** Length, capped for a text that uses few different characters. */
function spread(text: string): number {
  return Math.min(text.length, new Set(text).size * 6);
}
