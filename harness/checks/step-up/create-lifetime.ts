import { defineCheck } from '../../model/check.ts';
import { startedStepUps } from './_derive.ts';
import { atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/create-lifetime',
  title: {
    holds: 'The step-up is over after five minutes at most',
    fails: 'The step-up stays open for longer than five minutes, or for ever',
  },
  why: 'A challenge that stays open is approved by mistake, or when an attacker asks at night.',
  fix: functionFix('Create auth challenge', 'Send timeout_seconds with 300 or less.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.kosmos('The step-up is asked for with timeout_seconds 300.'),
    {
      document: 'nist-sp-800-63b',
      section: '3.1.3',
      says: 'Out-of-band secrets are valid for a short time only.',
    },
  ],
  options: { mostSeconds: 300 },
  messages: { long: 'The step-up may be answered for {seconds} s.' },
  applies: ({ 'step-up': record }) => startedStepUps(record).length > 0 || 'No step-up was asked for.',
  run: ({ 'step-up': record }, { options }) =>
    startedStepUps(record)
      .filter(({ api }) => {
        const seconds = api.sent?.timeout_seconds;
        return !(typeof seconds === 'number' && seconds > 0 && seconds <= options.mostSeconds);
      })
      .map(({ api }) => ({
        message: 'long' as const,
        data: { seconds: quote(api.sent?.timeout_seconds) },
        expected: `1 to ${options.mostSeconds} s`,
        observed: quote(api.sent?.timeout_seconds),
        where: atApi(api),
      })),
});
