import { defineCheck } from '../../model/check.ts';
import {
  approvals,
  askedChallenge,
  at,
  functionFix,
  linkOf,
  quote,
  refs,
  resultsDuring,
  textOf,
} from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-user',
  title: {
    holds: 'Verify takes a result of this user only',
    fails: 'Verify takes the result of another user',
  },
  why: 'A person who steps up for themselves signs in as somebody else.',
  fix: functionFix('Verify auth challenge', 'Compare user_id of the result with the user’s attribute.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The attribute custom:blockid_sub links the user to the subject at 1Kosmos.')],
  messages: { other: 'Verify says yes to a result of {whose}, and the user is {link}.' },
  applies: ({ 'step-up': record }) => approvals(record).length > 0 || 'Verify never said yes.',
  run: ({ 'step-up': record }) =>
    approvals(record).flatMap((call) =>
      resultsDuring(record, call).flatMap((api) => {
        const known = record.challenges.find(({ id }) => id === askedChallenge(api))?.userId;
        const whose = textOf(api.answered?.user_id) || (known ?? '');
        const link = linkOf(record, call);
        if (whose === '' || whose === link) return [];
        return [
          {
            message: 'other' as const,
            data: { whose: quote(whose), link: quote(link) },
            expected: quote(link),
            observed: quote(whose),
            where: at(call, 'answer/response/answerCorrect'),
          },
        ];
      }),
    ),
});
