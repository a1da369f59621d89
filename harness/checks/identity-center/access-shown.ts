import { defineCheck } from '../../model/check.ts';
import type { AccountAccess } from '../../model/records.ts';

export default defineCheck({
  id: 'identity-center/access-shown',
  title: {
    holds: 'The portal shows exactly the accounts and roles that are assigned',
    fails: 'The portal shows other accounts or roles than are assigned',
  },
  why: 'Either people cannot do their work, or they can do what nobody gave them.',
  fix: {
    console: 'IAM Identity Center',
    field: 'AWS accounts → the account → Assigned users and groups',
    change: 'Compare the person’s groups and permission sets with what was agreed.',
  },
  judges: 'sp',
  needs: ['portal', 'setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Using the AWS access portal',
      says: 'The portal shows the accounts and applications to which the user was given access; an administrator mends it when one is missing or not as expected.',
    },
    {
      document: '1kosmos',
      section: 'Step 5',
      says: 'The correct accounts and roles are displayed for the user.',
    },
  ],
  messages: {
    missing: '{what} is assigned, and the portal does not show it.',
    extra: 'The portal shows {what}, which is not assigned.',
    name: 'The portal calls account {account} {shown}; its name is {name}.',
  },
  applies: ({ setup }) => setup.access !== undefined || 'The assignments are not known.',
  run: ({ portal, setup }) => {
    const assigned = setup.access ?? [];
    const where = { artifact: 'portal' as const, path: '/accounts' };
    const wanted = entriesOf(assigned);
    const shown = entriesOf(portal.accounts);
    const missing = wanted.filter((what) => !shown.includes(what));
    const extra = shown.filter((what) => !wanted.includes(what));
    return [
      ...missing.map((what) => ({
        message: 'missing' as const,
        data: { what },
        expected: what,
        observed: shown.join(', ') || 'no account',
        where,
      })),
      ...extra.map((what) => ({
        message: 'extra' as const,
        data: { what },
        expected: wanted.join(', ') || 'no account',
        observed: what,
        where,
      })),
      ...assigned.flatMap(({ accountId: account, accountName: name }) => {
        const found = portal.accounts.find(({ accountId }) => accountId === account)?.accountName;
        if (found === undefined || found === name) return [];
        return [
          {
            message: 'name' as const,
            data: { account, shown: found, name },
            expected: name,
            observed: found,
            where,
          },
        ];
      }),
    ];
  },
});

function entriesOf(accounts: readonly AccountAccess[]): readonly string[] {
  return accounts.flatMap(({ accountId, roles }) => roles.map((role) => `${role} in account ${accountId}`));
}
