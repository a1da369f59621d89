import { requestLimits, within } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';

export default defineCheck({
  id: 'aws/request-duration',
  title: {
    holds: 'Tools ask STS for a session that the role gives',
    fails: 'A tool asks STS for a longer or shorter session than the role gives',
  },
  why: 'STS answers “The requested DurationSeconds exceeds the MaxSessionDuration set for this role”.',
  fix: {
    console: 'Command line tool',
    field: 'Session duration of the profile',
    change: 'Lower it to the role’s maximum session duration, or raise that in IAM.',
  },
  judges: 'setup',
  needs: ['sts'],
  uses: ['account'],
  refs: [refs.api('DurationSeconds is 900 to 43200, and at most the maximum of the role.')],
  messages: {
    range: 'The tool asks for {seconds} seconds; STS gives {min} to {max}.',
    role: 'The tool asks for {seconds} seconds; {role} gives at most {max}.',
  },
  applies: ({ sts }) =>
    sts.attempts.some(({ durationSeconds }) => durationSeconds !== undefined) ||
    'No tool asked for a length of its own.',
  run: ({ sts, account }) =>
    sts.attempts.flatMap(({ durationSeconds: seconds, roleArn }, index): Fault<'range' | 'role'>[] => {
      if (seconds === undefined) return [];
      const { min, max } = requestLimits.durationSeconds;
      const role = account?.roles.find(({ arn }) => arn === roleArn);
      const most = role?.maxSessionSeconds ?? max;
      const where = { artifact: 'sts', path: `/attempts/${index}/durationSeconds` } as const;
      const found = { expected: `${min} to ${most} seconds`, observed: `${seconds} seconds`, where };
      if (!within(seconds, { min, max }))
        return [{ message: 'range', data: { seconds, min, max }, ...found }];
      if (seconds <= most) return [];
      return [{ message: 'role', data: { seconds, role: role?.name ?? '', max: most }, ...found }];
    }),
});
