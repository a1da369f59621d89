import { defineCheck } from '../../model/check.ts';
import { approvals, askedChallenge, at, functionFix, quote, resultsDuring } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/result-once',
  title: { holds: 'One result lets one sign-in through', fails: 'One result lets several sign-ins through' },
  why: 'An approval that was once given is used again without the person.',
  fix: functionFix(
    'Verify auth challenge',
    'Take the challenge from privateChallengeParameters, so that each sign-in has its own.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '3.2.7',
      says: 'An authenticator output is not accepted a second time.',
    },
  ],
  messages: { again: 'The result of {challenge} let {count} sign-ins through.' },
  applies: ({ 'step-up': record }) => approvals(record).length > 0 || 'Verify never said yes.',
  run: ({ 'step-up': record }) =>
    [
      ...Map.groupBy(
        approvals(record).flatMap((call) =>
          resultsDuring(record, call)
            .slice(-1)
            .map((api) => ({ call, challenge: askedChallenge(api) })),
        ),
        ({ challenge }) => challenge,
      ),
    ]
      .filter(([, used]) => new Set(used.map(({ call }) => call.trigger.request)).size > 1)
      .flatMap(([challenge, used]) =>
        used.slice(1, 2).map(({ call }) => ({
          message: 'again' as const,
          data: { challenge: quote(challenge), count: used.length },
          expected: 'one',
          observed: String(used.length),
          where: at(call, 'answer/response/answerCorrect'),
        })),
      ),
});
