import { defineCheck } from '../../model/check.ts';
import { wasAsked } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/qr-lifetime',
  title: {
    holds: 'The code on the login page soon expires',
    fails: 'The code on the login page works too long, or says no time',
  },
  why: 'A picture of the code can be used as long as it works, by somebody who is not at the screen.',
  fix: {
    console: 'Identity provider',
    field: 'Lifetime of the QR code',
    change: 'Let it expire after five minutes at most.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'An authentication that is not completed within 10 minutes is invalid.',
    },
    {
      assumption: 'Five minutes are enough to take a phone out and scan.',
      known: 'NIST sets 10 minutes as the outer limit; QR logins of messengers expire within one or two.',
    },
  ],
  options: { mostMs: 300_000 },
  messages: {
    long: 'The code works for {seconds} s.',
    unknown: 'The times of the code cannot be read: {issued} to {expires}.',
  },
  applies: ({ phone }) => wasAsked(phone) || 'The provider did not take the scan, so it named no time.',
  run: ({ phone }, { options }) => {
    const lifetime = Date.parse(phone.expiresAt) - Date.parse(phone.issuedAt);
    const where = { artifact: 'phone' as const, path: '/expiresAt' };
    const expected = `at most ${options.mostMs / 1000} s`;
    if (Number.isNaN(lifetime)) {
      const data = { issued: phone.issuedAt, expires: phone.expiresAt };
      return [{ message: 'unknown' as const, data, expected, observed: phone.expiresAt, where }];
    }
    const seconds = Math.round(lifetime / 1000);
    if (lifetime <= options.mostMs) return [];
    return [{ message: 'long' as const, data: { seconds }, expected, observed: `${seconds} s`, where }];
  },
});
