import { parseRoleArn } from '../../aws/arn.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { answeredBy, hasCredentials } from './_attempts.ts';

export default defineCheck({
  id: 'aws/assumed-role',
  title: {
    holds: 'STS gives a session of the role that was asked for',
    fails: 'STS gives a session of another role than was asked for',
  },
  why: 'Tools keep credentials by role; with the wrong ones, work is done in the wrong account.',
  fix: {
    console: 'Command line tool',
    field: 'Role and profile',
    change: 'Compare the role that the tool asks for with the account and profile that it stores them under.',
  },
  judges: 'sp',
  needs: ['sts'],
  refs: [
    refs.api(
      'The ARN of the session names account, role and session; the path of the role is not part of it.',
    ),
  ],
  messages: { other: 'Asked for {role}, STS gives {assumed}.' },
  applies: hasCredentials,
  run: ({ sts }) =>
    answeredBy(sts, 'credentials').flatMap(({ attempt, answer, path }) => {
      const role = parseRoleArn(attempt.roleArn ?? '');
      const assumed = answer.assumedRoleArn;
      if (role === undefined) return [];
      const expected = `arn:${role.partition}:sts::${role.account}:assumed-role/${role.name}/`;
      if (assumed.startsWith(expected)) return [];
      const where = { artifact: 'sts' as const, path: `${path}/answer/assumedRoleArn` };
      return [
        { message: 'other' as const, data: { role: role.arn, assumed }, expected, observed: assumed, where },
      ];
    }),
});
