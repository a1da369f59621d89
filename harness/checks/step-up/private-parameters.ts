import { defineCheck } from '../../model/check.ts';
import { challengesMade } from './_derive.ts';
import { at, functionFix, objectOf, quote, refs, textOf } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/private-parameters',
  title: {
    holds: 'Nothing private is among the public parameters',
    fails: 'A private parameter is among the public ones',
  },
  why: 'What only the Verify function may know reaches the application, and whoever holds it.',
  fix: functionFix(
    'Create auth challenge',
    'Take out of publicChallengeParameters what privateChallengeParameters has.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.create(
      'privateChallengeParameters are for the Verify function only; public ones are shown to the client.',
    ),
  ],
  messages: { shown: 'The public parameter "{name}" has the value of the private one "{secret}".' },
  applies: ({ 'step-up': record }) => challengesMade(record).length > 0 || 'No challenge was made.',
  run: ({ 'step-up': record }) =>
    challengesMade(record).flatMap((call) => {
      const shown = Object.entries(objectOf(call.response?.publicChallengeParameters) ?? {});
      const secret = Object.entries(objectOf(call.response?.privateChallengeParameters) ?? {});
      return secret.flatMap(([name, value]) =>
        shown
          .filter(([, open]) => textOf(value) !== '' && textOf(open).includes(textOf(value)))
          .map(([open]) => ({
            message: 'shown' as const,
            data: { name: open, secret: name },
            expected: 'parameters without what is private',
            observed: quote(value),
            where: at(call, `answer/response/publicChallengeParameters/${open}`),
          })),
      );
    }),
});
