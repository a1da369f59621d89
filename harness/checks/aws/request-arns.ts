import { parseProviderArn, parseRoleArn } from '../../aws/arn.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'aws/request-arns',
  title: {
    holds: 'Tools ask STS with a role as RoleArn and a provider as PrincipalArn',
    fails: 'A tool asks STS with ARNs in the wrong place',
  },
  why: 'STS answers “Request ARN is invalid”: the tool took the two parts of a Role value in the order it expected.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Put the role first and the provider second, as AWS documents it; or correct the tool.',
  },
  judges: 'setup',
  needs: ['sts'],
  refs: [
    refs.api('RoleArn is the role that is assumed; PrincipalArn is the SAML provider in IAM.'),
    refs.assertions('AWS documents the role first and the provider second.'),
  ],
  messages: { other: '{parameter} is {arn}, no ARN of a {kind}.' },
  applies: ({ sts }) => sts.attempts.some(({ how }) => how === 'sts') || 'No tool asked STS.',
  run: ({ sts }) =>
    sts.attempts.flatMap(({ how, roleArn, principalArn }, index) => {
      if (how !== 'sts') return [];
      const asked = [
        { parameter: 'RoleArn', key: 'roleArn', kind: 'role', arn: roleArn, read: parseRoleArn },
        {
          parameter: 'PrincipalArn',
          key: 'principalArn',
          kind: 'provider',
          arn: principalArn,
          read: parseProviderArn,
        },
      ];
      return asked.flatMap(({ parameter, key, kind, arn, read }) => {
        if (arn !== undefined && read(arn) !== undefined) return [];
        const observed = arn === undefined ? 'nothing' : quote(arn);
        return [
          {
            message: 'other' as const,
            data: { parameter, arn: observed, kind },
            expected: `the ARN of a ${kind}`,
            observed,
            where: { artifact: 'sts' as const, path: `/attempts/${index}/${key}` },
          },
        ];
      });
    }),
});
