import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasRoleValues, partitionOf, roleValuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-partition',
  title: {
    holds: 'Roles and providers are of the AWS partition that the login leads to',
    fails: 'A role or provider is of another AWS partition than the login leads to',
  },
  why: 'AWS, AWS China and AWS GovCloud share neither accounts nor sign-in; the role does not exist there.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Begin the ARNs with arn:aws:, in China with arn:aws-cn:, in GovCloud with arn:aws-us-gov:.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['account'],
  refs: [
    { document: 'aws-iam', section: 'IAM identifiers', says: 'The second field of an ARN is the partition.' },
    refs.assertions('Each partition has a sign-in address of its own.'),
  ],
  messages: {
    unknown: 'The Role value {value} is of no partition. {says}',
    differ: 'The Role value {value} mixes two partitions. {says}',
    other: 'The Role value {value} is of the partition {found}; the login leads to {wanted}.',
  },
  applies: hasRoleValues,
  run: ({ response, account }) => {
    const wanted = partitionOf(response, account);
    return roleValuesOf(response).flatMap(({ value, reading }): Fault<'unknown' | 'differ' | 'other'>[] => {
      const common = {
        expected: `arn:${wanted}:…`,
        observed: quote(value.text),
        where: at(response, value.element),
      };
      if ('pair' in reading) {
        const found = reading.pair.role.partition;
        if (found === wanted) return [];
        return [{ message: 'other', data: { value: quote(value.text), found, wanted }, ...common }];
      }
      const data = { value: quote(value.text), says: reading.says };
      if (reading.fault === 'partition-unknown') return [{ message: 'unknown', data, ...common }];
      return reading.fault === 'partitions-differ' ? [{ message: 'differ', data, ...common }] : [];
    });
  },
});
