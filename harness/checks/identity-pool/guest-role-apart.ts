import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/guest-role-apart',
  title: {
    holds: 'The role of guests is none that people with a login get',
    fails: 'Guests get a role that people with a login get',
  },
  why: 'The login proves nothing then: the same access is to be had without one.',
  fix: fixes.guests('Choose a role of its own for guests.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('Guests have a role with limited permissions of their own.')],
  messages: {
    shared: 'Guests get {role}, which is {how} as well.',
  },
  applies: ({ 'identity-pool': { pool } }) =>
    pool.unauthenticatedRole !== undefined || 'The pool has no role for guests.',
  run: ({ 'identity-pool': record }) => {
    const { unauthenticatedRole: guest, authenticatedRole } = record.pool;
    const isDefault = guest === authenticatedRole;
    if (guest === undefined || !(isDefault || rulesOf(record).some(({ rule }) => rule.roleArn === guest)))
      return [];
    return [
      {
        message: 'shared' as const,
        data: { role: guest, how: isDefault ? 'the authenticated role' : 'the role of a rule' },
        expected: 'a role of its own',
        observed: guest,
        where: at('/pool/unauthenticatedRole'),
      },
    ];
  },
});
