import { defineCheck } from '../../model/check.ts';
import { at, choiceOf, fixes, hasLogin, refs } from './_pool.ts';
import { describeChoice } from './_rules.ts';

export default defineCheck({
  id: 'identity-pool/role-agreed',
  title: {
    holds: 'The configuration gives this person the role that was agreed',
    fails: 'The configuration gives this person another role than agreed',
  },
  why: 'They may do more than they should, or less.',
  fix: fixes.roles('Compare rules and claims with what was agreed: the first rule that matches counts.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.rules('The role of the first rule that matches is used; else the role resolution applies.')],
  messages: {
    other: 'By {how} this person gets {found}; agreed is {wanted}.',
  },
  applies: (given) =>
    given['identity-pool'].agreed === undefined
      ? 'What was agreed for this person is not known.'
      : hasLogin(given),
  run: (given) => {
    const { agreed } = given['identity-pool'];
    const choice = choiceOf(given);
    if (agreed === undefined || choice === undefined) return [];
    const found = choice.granted ? choice.roleArn : null;
    if (found === agreed.role) return [];
    return [
      {
        message: 'other' as const,
        data: { how: describeChoice(choice), found: found ?? 'no role', wanted: agreed.role ?? 'no role' },
        expected: agreed.role ?? 'no role',
        observed: found ?? 'no role',
        where: at('/agreed/role'),
      },
    ];
  },
});
