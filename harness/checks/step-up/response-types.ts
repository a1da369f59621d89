import { defineCheck } from '../../model/check.ts';
import { isOfType, responseFields } from './_derive.ts';
import { at, callsOf, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/response-types',
  title: {
    holds: 'Responses have values of the documented types',
    fails: 'A response has a value of another type',
  },
  why: 'The user pool refuses it: "Unrecognizable lambda output".',
  fix: functionFix('trigger', 'Give booleans as booleans, and parameters as maps of text.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.create('Challenge parameters are maps of text to text, the metadata is text.'),
    refs.verify('answerCorrect is a boolean.'),
  ],
  messages: { type: '{trigger} answers with {field} as {value}.' },
  applies: ({ 'step-up': record }) =>
    callsOf(record).some(({ response }) => response !== undefined) || 'No function gave a response.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const known = responseFields[call.name] ?? {};
      return Object.entries(call.response ?? {}).flatMap(([field, value]) => {
        const type = known[field];
        if (type === undefined || value === null || isOfType(type, value)) return [];
        return [
          {
            message: 'type' as const,
            data: { trigger: call.name, field, value: quote(value) },
            expected: type,
            observed: quote(value),
            where: at(call, `answer/response/${field}`),
          },
        ];
      });
    }),
});
