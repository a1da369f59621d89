import { defineCheck } from '../../model/check.ts';
import { at, callsAnswered, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/identity-stable',
  title: {
    holds: 'The same person has the same identity each time',
    fails: 'The same person has another identity each time',
  },
  why: 'Whatever the application keeps by identity is lost with each login.',
  fix: fixes.claims('Send a NameID that stays the same for the person: persistent, or an e-mail address.'),
  judges: 'idp',
  needs: ['identity-pool'],
  refs: [refs.flow('An identity belongs to the logins that are linked to it, and stays.')],
  messages: {
    other: 'The identity is {found}; in an earlier login it was {wanted}.',
  },
  applies: ({ 'identity-pool': { earlierIdentityId } }) =>
    earlierIdentityId !== undefined || 'No earlier login is known.',
  run: ({ 'identity-pool': record }) => {
    const found = callsAnswered(record, 'identity')[0]?.answer.identityId;
    const wanted = record.earlierIdentityId;
    if (found === undefined || wanted === undefined || found === wanted) return [];
    return [
      {
        message: 'other' as const,
        data: { found, wanted },
        expected: wanted,
        observed: found,
        where: at('/earlierIdentityId'),
      },
    ];
  },
});
