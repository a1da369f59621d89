import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'authenticator/refusal-told',
  title: {
    holds: 'A phone that is refused is told why',
    fails: 'A phone is refused without a reason',
  },
  why: 'The person scans again and again, and the help desk has nothing to go by.',
  fix: {
    console: 'Identity provider',
    field: 'Answers to the app',
    change: 'Answer with a code and a sentence: expired, already used, not enrolled, number does not match.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 10.1',
      says: 'Users get clear, meaningful feedback on errors, on which they can act.',
    },
  ],
  messages: { silent: 'The provider refuses the phone by {status} without {what}.' },
  applies: ({ phone }) => phone.verdict.status >= 400 || 'The provider did not refuse the phone.',
  run: ({ phone: { verdict } }) => {
    const missing = [
      ...(verdict.code.trim() === '' ? ['a code'] : []),
      ...(verdict.message.trim() === '' ? ['a message'] : []),
    ];
    if (missing.length === 0) return [];
    return [
      {
        message: 'silent' as const,
        data: { status: verdict.status, what: missing.join(' and ') },
        expected: 'a code and a message',
        observed: `${verdict.status} without ${missing.join(' and ')}`,
        where: { artifact: 'phone', path: '/verdict' },
      },
    ];
  },
});
