import { defineCheck } from '../../model/check.ts';
import { apiCallsOf, atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-liveness',
  title: {
    holds: 'The liveness that was agreed is asked for',
    fails: 'Another liveness is asked for than was agreed',
  },
  why: 'A picture held before the camera may pass.',
  fix: functionFix('Pre sign-up or Post confirmation', 'Send liveness_mode as agreed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The session is opened with liveness_mode active.')],
  messages: { other: 'The session asks for the liveness {mode}.' },
  applies: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session').length > 0 || 'No proofing session was asked for.',
  run: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session')
      .filter(({ sent }) => sent?.liveness_mode !== record.wanted.liveness)
      .map((api) => ({
        message: 'other' as const,
        data: { mode: quote(api.sent?.liveness_mode) },
        expected: record.wanted.liveness,
        observed: quote(api.sent?.liveness_mode),
        where: atApi(api),
      })),
});
