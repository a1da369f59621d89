import { reservedRolePrefix } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasOfferedRole, offeredRoles } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-reserved',
  title: {
    holds: 'The response offers no role of IAM Identity Center',
    fails: 'The response offers a role of IAM Identity Center',
  },
  why: 'Only IAM Identity Center itself can assume the roles that it makes; everybody else is refused.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Name a role that was made in IAM for this provider, or log in through IAM Identity Center.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.api('It does not work on roles whose names begin with AWSReservedSSO_.')],
  messages: { reserved: 'The response offers {role}, which belongs to IAM Identity Center.' },
  applies: hasOfferedRole,
  run: ({ response }) =>
    offeredRoles(response)
      .filter(({ pair }) => pair.role.name.startsWith(reservedRolePrefix))
      .map(({ value, pair }) => ({
        message: 'reserved' as const,
        data: { role: pair.role.name },
        expected: `a name that does not begin with ${reservedRolePrefix}`,
        observed: pair.role.name,
        where: at(response, value.element),
      })),
});
