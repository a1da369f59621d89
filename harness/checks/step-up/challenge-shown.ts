import { defineCheck } from '../../model/check.ts';
import { challengesMade } from './_derive.ts';
import { at, functionFix, quote, refs, textsIn } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/challenge-shown',
  title: {
    holds: 'The application is told where the person answers',
    fails: 'The application is not told where the person answers',
  },
  why: 'The person never sees that something is asked of them.',
  fix: functionFix('Create auth challenge', 'Give challenge_url among the public parameters.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The public parameters have challenge_url.')],
  messages: {
    none: 'The public parameters have no address: {parameters}.',
    elsewhere: 'The public parameters lead to {address}.',
  },
  applies: ({ 'step-up': record }) => challengesMade(record).length > 0 || 'No challenge was made.',
  run: ({ 'step-up': record }) =>
    challengesMade(record).flatMap((call) => {
      const parameters = call.response?.publicChallengeParameters;
      const urls = textsIn(parameters).filter((text) => /^https?:/i.test(text));
      const wrong = urls.find((text) => !text.startsWith(`${record.proofingApi}/`));
      if (urls.length > 0 && wrong === undefined) return [];
      return [
        {
          message: urls.length === 0 ? ('none' as const) : ('elsewhere' as const),
          data: urls.length === 0 ? { parameters: quote(parameters) } : { address: quote(wrong) },
          expected: `an address below ${record.proofingApi}`,
          observed: quote(wrong ?? parameters),
          where: at(call, 'answer/response/publicChallengeParameters'),
        },
      ];
    }),
});
