import { defineCheck } from '../../model/check.ts';
import { keyMark } from '../../model/step-up-records.ts';
import { insides, internalErrors } from './_derive.ts';
import { at, callsOf, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/error-text',
  title: {
    holds: 'What a function throws gives nothing away',
    fails: 'What a function throws shows its insides to whoever asks',
  },
  why: 'The user pool hands the text on to the caller: names of fields, addresses, or keys help an attacker.',
  fix: functionFix('trigger', 'Catch what calls throw, log it, and throw a sentence for people.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.triggers('The message of an error is returned to the caller.'),
    refs.owasp('Error Handling', 'Details of errors are logged, not shown.'),
  ],
  messages: { inside: '{trigger} ends with an error that the caller reads: {text}' },
  applies: ({ 'step-up': record }) =>
    record.triggers.some(({ error }) => error?.kind === 'thrown') || 'No function threw an error.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const { error } = call.trigger;
      const text = error?.errorMessage ?? '';
      const isInside =
        error?.kind === 'thrown' &&
        error.errorType !== 'Sandbox.Timedout' &&
        (insides.test(text) || text.includes(keyMark) || internalErrors.test(error.errorType ?? ''));
      if (!isInside) return [];
      return [
        {
          message: 'inside' as const,
          data: { trigger: call.name, text: quote(text) },
          expected: 'a sentence that says nothing of the code',
          observed: quote(text),
          where: at(call, 'error/errorMessage'),
        },
      ];
    }),
});
