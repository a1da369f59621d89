import { defineCheck } from '../../model/check.ts';
import { responseFields } from './_derive.ts';
import { at, callsOf, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/response-fields',
  title: {
    holds: 'Responses have only fields that their trigger knows',
    fails: 'A response has a field that its trigger does not know',
  },
  why: 'A misspelt field is ignored: the user pool does something else than its author meant.',
  fix: functionFix('trigger', 'Spell the fields of the response as the guide does.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.define('The response has challengeName, issueTokens and failAuthentication.'),
    refs.create(
      'The response has publicChallengeParameters, privateChallengeParameters and challengeMetadata.',
    ),
  ],
  messages: { unknown: '{trigger} answers with "{field}".' },
  applies: ({ 'step-up': record }) =>
    callsOf(record).some(({ response }) => response !== undefined) || 'No function gave a response.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const known = responseFields[call.name];
      if (known === undefined) return [];
      return Object.keys(call.response ?? {})
        .filter((field) => !(field in known))
        .map((field) => ({
          message: 'unknown' as const,
          data: { trigger: call.name, field },
          expected: Object.keys(known).join(', '),
          observed: field,
          where: at(call, `answer/response/${field}`),
        }));
    }),
});
