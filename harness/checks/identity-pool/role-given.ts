import { parseRoleArn } from '../../aws/arn.ts';
import { defineCheck } from '../../model/check.ts';
import { at, callsAnswered, choiceOf, fixes, refs } from './_pool.ts';
import { describeChoice } from './_rules.ts';

/** ARN of a session of the role, without the name at its end. */
function sessionOf(role: string): string {
  const arn = parseRoleArn(role);
  return arn === undefined ? role : `arn:${arn.partition}:sts::${arn.account}:assumed-role/${arn.name}`;
}

export default defineCheck({
  id: 'identity-pool/role-given',
  title: {
    holds: 'Credentials are for the role that the configuration leads to',
    fails: 'Credentials are for another role than the configuration leads to',
  },
  why: 'The pool is set up otherwise than it was read, or something between gives another role.',
  fix: fixes.roles('Compare the rules with those that were read; a change takes a moment.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [
    refs.rules('The role of the first rule that matches is used, unless CustomRoleArn overrides the order.'),
  ],
  messages: {
    other: 'Credentials are for {found}; by {how} they are to be for {wanted}.',
  },
  applies: ({ 'identity-pool': record }) =>
    callsAnswered(record, 'credentials').length > 0 || 'The pool gave no credentials.',
  run: (given) => {
    const choice = choiceOf(given);
    if (choice === undefined) return [];
    const wanted = choice.granted ? sessionOf(choice.roleArn) : 'no role';
    return callsAnswered(given['identity-pool'], 'credentials').flatMap(({ answer, path }) => {
      const found = answer.assumedRoleArn;
      if (found === undefined || found.startsWith(`${wanted}/`)) return [];
      return [
        {
          message: 'other' as const,
          data: { found, wanted, how: describeChoice(choice) },
          expected: wanted,
          observed: found,
          where: at(`${path}/answer/assumedRoleArn`),
        },
      ];
    });
  },
});
