import { parseRoleArn } from '../../aws/arn.ts';
import { readSignInAddress } from '../../aws/sign-in-addresses.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'aws/request-endpoint',
  title: {
    holds: 'Responses are presented in the partition of the role',
    fails: 'A response is presented in another partition than that of the role',
  },
  why: 'STS of the one partition does not know the accounts of the other.',
  fix: {
    console: 'Command line tool',
    field: 'Region of the profile',
    change: 'Choose a region of the partition that the role’s ARN names.',
  },
  judges: 'setup',
  needs: ['sts'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Manage AWS STS in an AWS Region',
      says: 'Each partition has endpoints of its own: amazonaws.com, amazonaws.com.cn, and those of GovCloud.',
    },
    refs.assertions('Each partition has a sign-in address of its own.'),
  ],
  messages: { other: '{role} is asked for at {url}, of the partition {found}.' },
  applies: ({ sts }) => sts.attempts.some(({ roleArn }) => roleArn !== undefined) || 'No role was asked for.',
  run: ({ sts }) =>
    sts.attempts.flatMap(({ roleArn = '', url }, index) => {
      const role = parseRoleArn(roleArn);
      const found = partitionOfEndpoint(url);
      if (role === undefined || found === undefined || found === role.partition) return [];
      return [
        {
          message: 'other' as const,
          data: { role: role.arn, url, found },
          expected: `an endpoint of ${role.partition}`,
          observed: url,
          where: { artifact: 'sts' as const, path: `/attempts/${index}/url` },
        },
      ];
    }),
});

/** `undefined` for an address that is not one of AWS's. */
function partitionOfEndpoint(url: string): string | undefined {
  const signIn = readSignInAddress(url)?.partition;
  const host = URL.parse(url)?.hostname ?? '';
  if (signIn !== undefined) return signIn;
  if (/^sts\..*\.amazonaws\.com\.cn$/.test(host)) return 'aws-cn';
  if (/^sts(-fips)?\.us-gov-[\w-]+\.amazonaws\.com$/.test(host)) return 'aws-us-gov';
  return /^sts(-fips)?(\.[\w-]+)?\.amazonaws\.com$/.test(host) ? 'aws' : undefined;
}
