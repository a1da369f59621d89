import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import type { AccountAccess } from '../../model/records.ts';
import { at } from '../assertion/_assertions.ts';
import { hasOfferedRole, offeredRoles } from './_attributes.ts';

export default defineCheck({
  id: 'aws/roles-agreed',
  title: {
    holds: 'The response offers exactly the roles that the person is to have',
    fails: 'The response offers other roles than the person is to have',
  },
  why: 'Whatever the response offers and the role trusts is granted: the identity provider alone decides who gets what.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Compare the person’s groups with the roles that were agreed, and correct the mapping.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    refs.assertions('The values of Role are the roles that the person can choose from.'),
    { document: '1kosmos', section: 'Overview', says: 'Role ARNs are passed in the assertion.' },
  ],
  messages: {
    missing: '{role} is to be offered, and is not.',
    extra: '{role} is offered, and was not agreed.',
  },
  applies: ({ response, setup }) =>
    setup.access === undefined ? 'The roles that were agreed are not known.' : hasOfferedRole({ response }),
  run: ({ response, setup }) => {
    const agreed = entriesOf(setup.access ?? []);
    const offered = offeredRoles(response).map(({ value, pair: { role } }) => ({
      role: `${role.name} in account ${role.account}`,
      where: at(response, value.element),
    }));
    const names = offered.map(({ role }) => role);
    const expected = agreed.join(', ') || 'no role';
    const missing = agreed.filter((role) => !names.includes(role));
    const extra = offered.filter(
      ({ role }, index) => !agreed.includes(role) && names.indexOf(role) === index,
    );
    const first = offered[0]?.where;
    return [
      ...missing.map((role) => ({
        message: 'missing' as const,
        data: { role },
        expected: role,
        observed: names.join(', '),
        ...(first === undefined ? {} : { where: first }),
      })),
      ...extra.map(({ role, where }) => ({
        message: 'extra' as const,
        data: { role },
        expected,
        observed: role,
        where,
      })),
    ];
  },
});

function entriesOf(accounts: readonly AccountAccess[]): readonly string[] {
  return accounts.flatMap(({ accountId, roles }) => roles.map((role) => `${role} in account ${accountId}`));
}
