import { reservedRolePrefix } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasOfferedRole, offeredRoles } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-exists',
  title: {
    holds: 'Every role that the response offers exists',
    fails: 'The response offers a role that does not exist',
  },
  why: 'The person can choose it, and AWS answers “Not authorized to perform sts:AssumeRoleWithSAML”.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → ARN',
    change: 'Copy the ARN with its path into the Role value, or create the role.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.troubleshooting(
      'A role that is missing, or whose name is written in another case, is not authorized.',
    ),
    { document: 'aws-iam', section: 'IAM identifiers', says: 'The path is part of the ARN of a role.' },
  ],
  messages: {
    absent: 'The account has no role {role}.',
    alike: 'The account has no role {role}, but {other}, which differs in {difference}.',
  },
  applies: ({ response, account }) =>
    account.roles.length > 0 ? hasOfferedRole({ response }) : 'The roles of the account are not known.',
  run: ({ response, account }) => {
    const accounts = new Set(account.roles.map(({ arn }) => arn.split(':')[4]));
    return offeredRoles(response).flatMap(({ value, pair: { role } }): Fault<'absent' | 'alike'>[] => {
      if (role.partition !== account.partition || !accounts.has(role.account)) return [];
      if (role.name.startsWith(reservedRolePrefix)) return [];
      if (account.roles.some(({ arn }) => arn === role.arn)) return [];
      const sameCase = account.roles.find(({ arn }) => arn.toLowerCase() === role.arn.toLowerCase());
      const sameName = account.roles.find(({ name }) => name === role.name);
      const other = sameCase ?? sameName;
      const common = { expected: other?.arn ?? 'a role of the account', observed: role.arn };
      const where = at(response, value.element);
      if (other === undefined) return [{ message: 'absent', data: { role: role.arn }, ...common, where }];
      const difference = sameCase === undefined ? 'path or account' : 'upper and lower case';
      return [{ message: 'alike', data: { role: role.arn, other: other.arn, difference }, ...common, where }];
    });
  },
});
