import { defineCheck } from '../../model/check.ts';
import { startedStepUps } from './_derive.ts';
import { atApi, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/challenge-once',
  title: { holds: 'One event starts one challenge', fails: 'One event starts several challenges' },
  why: 'The user pool asks up to three times; each time the person’s phone rings.',
  fix: functionFix(
    'Create auth challenge',
    'Answer in time, and remember the challenge that was started for this sign-in.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.triggers('The user pool retries a function that did not respond in time.')],
  messages: { several: 'One event started {count} challenges.' },
  applies: ({ 'step-up': record }) => startedStepUps(record).length > 0 || 'No step-up was asked for.',
  run: ({ 'step-up': record }) =>
    [
      ...Map.groupBy(
        // What was refused started nothing; what nobody waited for may have.
        startedStepUps(record).filter(({ api }) => (api.call.status ?? 200) < 300),
        ({ call }) => `${call.trigger.by} ${call.trigger.request ?? call.position}`,
      ).values(),
    ]
      .filter((started) => started.length > 1)
      .flatMap((started) =>
        started.slice(1, 2).map(({ api }) => ({
          message: 'several' as const,
          data: { count: started.length },
          expected: 'one',
          observed: String(started.length),
          where: atApi(api),
        })),
      ),
});
