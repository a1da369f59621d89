import { defineCheck } from '../../model/check.ts';
import { pendingBefore, startedStepUps } from './_derive.ts';
import { atApi, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/challenge-reused',
  title: {
    holds: 'A challenge that is still open is asked for once',
    fails: 'A new challenge is started while one is still open',
  },
  why: 'The person’s phone shows several requests; the answer to the first one counts for nothing.',
  fix: functionFix(
    'Create auth challenge',
    'Keep the challenge in challengeMetadata, and show it again while its result is pending.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.create('challengeMetadata is handed to later calls of the same sign-in.')],
  messages: { another: 'Create starts another challenge {seconds} s after one that was still pending.' },
  applies: ({ 'step-up': record }) => startedStepUps(record).length > 0 || 'No step-up was asked for.',
  run: ({ 'step-up': record }) =>
    startedStepUps(record).flatMap(({ call, api }) => {
      const before = pendingBefore(record, call);
      if (before === undefined) return [];
      const seconds = Math.max(0, Math.round((Date.parse(api.call.at) - Date.parse(before.call.at)) / 1000));
      return [
        {
          message: 'another' as const,
          data: { seconds },
          expected: 'the same challenge',
          observed: 'another one',
          where: atApi(api),
        },
      ];
    }),
});
