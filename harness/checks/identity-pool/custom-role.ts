import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { at, choiceOf, credentialCall, customRoleOf, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/custom-role',
  title: {
    holds: 'CustomRoleArn is a role that the person may choose',
    fails: 'CustomRoleArn is no role that the person may choose',
  },
  why: 'The pool refuses the call; an application that has the role written into it works for some people only.',
  fix: fixes.application('Take the role from the assertion, or leave CustomRoleArn out.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [refs.saml('CustomRoleArn must match a role of the claim in the assertion.')],
  messages: {
    other: 'CustomRoleArn is {found}; the person may choose {choice}.',
  },
  applies: ({ 'identity-pool': record }) =>
    customRoleOf(record) !== undefined || 'The application asks for no role by name.',
  run: (given) => {
    const record = given['identity-pool'];
    const found = customRoleOf(record);
    const choice = choiceOf(given)?.choice ?? [];
    if (found === undefined || choice.includes(found)) return [];
    return [
      {
        message: 'other' as const,
        data: { found, choice: quoteAll(choice) },
        expected: quoteAll(choice),
        observed: found,
        where: at(`${credentialCall(record)?.path}/customRoleArn`),
      },
    ];
  },
});
