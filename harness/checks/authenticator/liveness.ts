import { defineCheck } from '../../model/check.ts';
import { wasApproved } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/liveness',
  title: {
    holds: 'A face counts only when it is a living one',
    fails: 'An approval by face is taken without a passed check of liveness',
  },
  why: 'A photograph or a video of the person is then enough.',
  fix: {
    console: 'Identity provider',
    field: 'LiveID, liveness check',
    change: 'Switch the liveness check on, and refuse approvals in which it failed or was left out.',
  },
  judges: 'idp',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.3',
      says: 'The biometric system should detect presentation attacks, as by a check of liveness.',
    },
    {
      document: '1kosmos',
      section: 'Overview',
      says: 'The app supports Touch ID, Face ID and LiveID, of which LiveID checks liveness.',
    },
  ],
  messages: {
    notPassed: 'The approval by {biometric} was taken with liveness "{liveness}"; it has to be "passed".',
  },
  applies: ({ phone }) => {
    if (!wasApproved(phone)) return 'No approval was taken.';
    // Touch ID and Face ID check liveness within the phone and do not report it.
    const { biometric, liveness } = phone.answer;
    return biometric === 'live-id' || liveness === 'failed' || 'The biometric reports no liveness.';
  },
  run: ({ phone: { answer } }) => {
    const liveness = answer.liveness ?? 'not reported';
    if (liveness === 'passed') return [];
    return [
      {
        message: 'notPassed' as const,
        data: { biometric: answer.biometric ?? 'an unnamed biometric', liveness },
        expected: 'passed',
        observed: liveness,
        where: { artifact: 'phone', path: '/answer/liveness' },
      },
    ];
  },
});
