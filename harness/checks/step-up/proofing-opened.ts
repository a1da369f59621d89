import { defineCheck } from '../../model/check.ts';
import { openedSessions, signedUp } from './_derive.ts';
import { functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-opened',
  title: { holds: 'Who signs up is proofed, once', fails: 'Who signs up is not proofed, or several times' },
  why: 'An account without a proof can never step up; one with several cannot tell which result is its own.',
  fix: functionFix('Post confirmation', 'Open one proofing session for each person who signs up.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('Signing up initiates a proofing session.')],
  messages: {
    none: '{user} signed up, and no proofing session was opened.',
    several: '{count} proofing sessions were opened for {user}.',
  },
  applies: ({ 'step-up': record }) => signedUp(record) || 'Nobody signed up to the end.',
  run: ({ 'step-up': record }) => {
    const opened = openedSessions(record);
    if (opened.length === 1) return [];
    const user = record.wanted.userName;
    return [
      {
        message: opened.length === 0 ? ('none' as const) : ('several' as const),
        data: opened.length === 0 ? { user } : { user, count: opened.length },
        expected: 'one session',
        observed: String(opened.length),
        where: { artifact: 'step-up', path: '/proofingCalls' } as const,
      },
    ];
  },
});
