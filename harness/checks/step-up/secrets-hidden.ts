import { defineCheck } from '../../model/check.ts';
import { keyMark } from '../../model/step-up-records.ts';
import { at, callsOf, functionFix, refs, textsIn } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/secrets-hidden',
  title: {
    holds: 'The API key is nowhere that functions write to',
    fails: 'A function writes the API key somewhere',
  },
  why: 'Whoever reads the log, or the challenge, can ask for proofings and results in the tenant’s name.',
  fix: functionFix('trigger', 'Keep the key in the environment, and out of parameters, messages and logs.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.owasp('Logging', 'Access tokens and keys are not logged.')],
  messages: { shown: '{trigger} writes the API key into {place}.' },
  applies: ({ 'step-up': record }) => record.triggers.length > 0 || 'No function was called.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const places = [
        ['its response', call.response],
        ['its log', call.trigger.log],
        ['its error', call.trigger.error?.errorMessage],
      ] as const;
      return places
        .filter(([, value]) => textsIn(value).some((text) => text.includes(keyMark)))
        .map(([place]) => ({
          message: 'shown' as const,
          data: { trigger: call.name, place },
          expected: 'no key',
          observed: `the key in ${place}`,
          where: at(call),
        }));
    }),
});
