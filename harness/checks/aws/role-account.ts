import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasRoleValues, roleValuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-account',
  title: {
    holds: 'Every role and its provider are in the same account',
    fails: 'A role and its provider are in different accounts',
  },
  why: 'STS answers “Principal exists outside the account of the Role being assumed”.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Name the provider of the account that the role is in; every account needs one of its own.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.provider('A provider is a resource of one account, and roles of that account trust it.')],
  messages: { other: 'The Role value {value} mixes two accounts. {says}' },
  applies: hasRoleValues,
  run: ({ response }) =>
    roleValuesOf(response).flatMap(({ value, reading }) => {
      if ('pair' in reading || reading.fault !== 'accounts-differ') return [];
      return [
        {
          message: 'other' as const,
          data: { value: quote(value.text), says: reading.says },
          expected: 'one account in both ARNs',
          observed: quote(value.text),
          where: at(response, value.element),
        },
      ];
    }),
});
