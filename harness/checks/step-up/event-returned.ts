import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, objectOf, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/event-returned',
  title: {
    holds: 'Every function gives back the event that it was called with',
    fails: 'A function gives back another event',
  },
  why: 'The user pool takes the response out of the event; without it the sign-in ends with an error.',
  fix: functionFix('trigger', 'Return the whole event, with only its response changed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.triggers('The function returns the event, with the response filled in, to the user pool.')],
  messages: { other: '{trigger} gave back {field} as {value}.' },
  applies: ({ 'step-up': record }) =>
    record.triggers.some(({ answer }) => answer !== undefined) || 'No function gave an answer.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const { event, answer } = call.trigger;
      if (answer === undefined) return [];
      const given = objectOf(answer);
      const kept = ['version', 'triggerSource', 'region', 'userPoolId', 'userName', 'request'] as const;
      const other =
        call.response === undefined
          ? 'response'
          : kept.find((field) => JSON.stringify(given?.[field]) !== JSON.stringify(event[field]));
      if (other === undefined) return [];
      return [
        {
          message: 'other' as const,
          data: { trigger: call.name, field: other, value: quote(given?.[other]) },
          expected: other === 'response' ? 'a response' : quote(event[other]),
          observed: quote(given?.[other]),
          where: at(call, 'answer'),
        },
      ];
    }),
});
