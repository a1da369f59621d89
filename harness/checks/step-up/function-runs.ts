import { defineCheck } from '../../model/check.ts';
import { codeErrors } from './_derive.ts';
import { at, callsOf, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/function-runs',
  title: {
    holds: 'Every function loads, and knows the names that it uses',
    fails: 'A function does not load, or uses names that nothing defines',
  },
  why: 'Nobody can sign up or in.',
  fix: functionFix(
    'trigger',
    'Define what it uses, take settings from the environment, and deploy what it imports.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.triggers('An error that the function raises ends the request.')],
  messages: { broken: '{trigger} ends with {type}: {text}' },
  applies: ({ 'step-up': record }) => record.triggers.length > 0 || 'No function was called.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const { error } = call.trigger;
      if (error === undefined || !(error.kind === 'failed' || codeErrors.test(error.errorType ?? '')))
        return [];
      const type = error.errorType ?? 'no process';
      return [
        {
          message: 'broken' as const,
          data: { trigger: call.name, type, text: error.errorMessage ?? '' },
          expected: 'a function that runs',
          observed: type,
          where: at(call, 'error'),
        },
      ];
    }),
});
