import { defineCheck } from '../../model/check.ts';
import { wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/approval-in-time',
  title: {
    holds: 'An approval counts only before the code has expired',
    fails: 'An approval is taken after the code has expired',
  },
  why: 'The stated lifetime protects nobody if it is not kept.',
  fix: {
    console: 'Identity provider',
    field: 'Lifetime of the QR code',
    change: 'Refuse answers after the code’s end, and show a new code.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'An authentication that is not completed within 10 minutes is invalid.',
    },
  ],
  messages: { late: 'The approval of {sent} was taken; the code ended at {end}.' },
  applies: ({ phone }) => {
    if (!wasApproved(phone)) return 'No approval was taken.';
    return phone.answer.sentAt !== undefined || 'The time of the answer is not known.';
  },
  run: ({ phone }, { skewMs }) => {
    const sent = phone.answer.sentAt ?? '';
    if (!(Date.parse(sent) > Date.parse(phone.expiresAt) + skewMs)) return [];
    return [
      {
        message: 'late' as const,
        data: { sent, end: phone.expiresAt },
        expected: `an answer before ${phone.expiresAt}`,
        observed: sent,
        where: { artifact: 'phone', path: '/answer/sentAt' },
      },
    ];
  },
});
