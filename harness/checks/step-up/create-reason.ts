import { defineCheck } from '../../model/check.ts';
import { startedStepUps } from './_derive.ts';
import { atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/create-reason',
  title: { holds: 'The step-up says what it is for', fails: 'The step-up does not say what it is for' },
  why: 'The person cannot tell a transaction of theirs from an attacker’s.',
  fix: functionFix('Create auth challenge', 'Send the reason code that was agreed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The step-up has a reason code, for example high_value_transaction.')],
  messages: { other: 'The step-up gives {reason} as its reason.' },
  applies: ({ 'step-up': record }) => startedStepUps(record).length > 0 || 'No step-up was asked for.',
  run: ({ 'step-up': record }) =>
    startedStepUps(record)
      .filter(({ api }) => api.sent?.reason_code !== record.wanted.reason)
      .map(({ api }) => ({
        message: 'other' as const,
        data: { reason: quote(api.sent?.reason_code) },
        expected: record.wanted.reason,
        observed: quote(api.sent?.reason_code),
        where: atApi(api),
      })),
});
