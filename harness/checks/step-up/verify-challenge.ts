import { defineCheck } from '../../model/check.ts';
import { resultsAsked } from './_derive.ts';
import { askedChallenge, atApi, functionFix, quote, refs, textsIn } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-challenge',
  title: {
    holds: 'Verify asks about the challenge of this sign-in',
    fails: 'Verify asks about another challenge than that of this sign-in',
  },
  why: 'Somebody’s own approval opens another person’s account.',
  fix: functionFix(
    'Verify auth challenge',
    'Take the challenge from privateChallengeParameters, never from challengeAnswer.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.verify(
      'privateChallengeParameters come from the Create function; challengeAnswer comes from the user.',
    ),
  ],
  messages: { other: 'Verify asks for the result of {asked}, and the challenge of this sign-in is {own}.' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    resultsAsked(record).flatMap(({ call, api }) => {
      const own = textsIn(call.request.privateChallengeParameters);
      const asked = askedChallenge(api);
      if (own.some((text) => encodeURIComponent(text) === asked)) return [];
      return [
        {
          message: 'other' as const,
          data: { asked: quote(asked), own: quote(own[0]) },
          expected: quote(own[0]),
          observed: quote(asked),
          where: atApi(api, 'target'),
        },
      ];
    }),
});
