import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasOfferedRole, offeredRoles } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-repeated',
  title: { holds: 'No role is offered twice', fails: 'A role is offered twice' },
  why: 'The sign-in page shows it twice, or shows a choice where there is none; two mappings or groups overlap.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Remove the second mapping to this role.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('With one role the person goes straight to the console; with several they choose.')],
  messages: { twice: 'The role {role} is offered again.' },
  applies: hasOfferedRole,
  run: ({ response }) => {
    const offered = offeredRoles(response);
    return offered.flatMap(({ value, pair }, index) => {
      const role = pair.role.arn;
      if (!offered.slice(0, index).some((one) => one.pair.role.arn === role)) return [];
      const where = at(response, value.element);
      return [
        { message: 'twice' as const, data: { role }, expected: 'each role once', observed: role, where },
      ];
    });
  },
});
