import { defineCheck } from '../../model/check.ts';
import { wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/denial-final',
  title: {
    holds: 'Without an approval that was taken, nobody is logged in',
    fails: 'Somebody is logged in although the phone did not approve, or was refused',
  },
  why: 'The person said no, or somebody else answered, and the attacker at the screen is in.',
  fix: {
    console: 'Identity provider',
    field: 'QR login session',
    change: 'End the waiting login on denial, refusal and timeout, and issue nothing.',
  },
  judges: 'idp',
  needs: ['phone', 'outcome'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier waits for an approval or a disapproval from the device.',
    },
  ],
  messages: {
    denied: 'The phone answered "{decision}", and somebody is logged in.',
    refused: 'The provider refused the phone ({code}), and somebody is logged in.',
  },
  applies: ({ phone }) => !wasApproved(phone) || 'The phone approved the login.',
  run: ({ phone, outcome }) => {
    if (outcome.actual !== 'signed-in') return [];
    const { decision } = phone.answer;
    return [
      {
        message: decision === 'approve' ? ('refused' as const) : ('denied' as const),
        data: { decision, code: phone.verdict.code },
        expected: 'no session',
        observed: `signed in${outcome.who === undefined ? '' : ` as ${outcome.who}`}`,
        where: { artifact: 'outcome', path: '/actual' },
      },
    ];
  },
});
