import { defineCheck } from '../../model/check.ts';
import { readJws, textField, wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/factor',
  title: {
    holds: 'The approval names the biometric that the person gave',
    fails: 'The approval names no biometric, or another than the person gave',
  },
  why: 'Rules that ask for a certain proof, and audits afterwards, rest on what the approval says.',
  fix: {
    console: 'Identity provider',
    field: 'Authentication policy of the application',
    change: 'Demand a biometric, and keep its kind with the login.',
  },
  judges: 'authenticator',
  needs: ['phone'],
  refs: [
    {
      document: '1kosmos',
      section: 'Overview',
      says: 'The person authenticates with Touch ID, Face ID or LiveID, enrolled beforehand.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.3',
      says: 'A biometric counts only as part of multi-factor authentication with a physical authenticator.',
    },
  ],
  messages: {
    none: 'The approval was taken without a biometric.',
    other: 'The signed approval says {signed}, and the person gave {given}.',
  },
  applies: ({ phone }) => wasApproved(phone) || 'No approval was taken.',
  run: ({ phone: { answer } }) => {
    const given = answer.biometric;
    const where = { artifact: 'phone' as const, path: '/answer/biometric' };
    if (given === undefined)
      return [
        { message: 'none' as const, expected: 'touch-id, face-id or live-id', observed: 'none', where },
      ];
    const signed = textField(readJws(answer.jws)?.payload, 'biometric');
    if (signed === undefined || signed === given) return []; // products without the field name it elsewhere
    return [{ message: 'other' as const, data: { signed, given }, expected: given, observed: signed, where }];
  },
});
