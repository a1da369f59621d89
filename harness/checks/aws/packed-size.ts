import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { answeredBy } from './_attempts.ts';

export default defineCheck({
  id: 'aws/packed-size',
  title: {
    holds: 'Session tags and policies leave room to spare',
    fails: 'Session tags and policies nearly fill the room that STS gives',
  },
  why: 'A slightly longer value, such as a new department’s name, ends in “Packed size … consumes 101%”.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Send fewer or shorter tags.',
  },
  judges: 'setup',
  needs: ['sts'],
  refs: [
    refs.api(
      'PackedPolicySize is the percentage used by session policies and tags; over 100 the call fails.',
    ),
  ],
  options: { mostPercent: 80 },
  messages: { full: 'The tags and policies of {role} use {percent} percent.' },
  applies: ({ sts }) =>
    answeredBy(sts, 'credentials').some(({ answer }) => answer.packedPolicySize !== undefined) ||
    'STS did not tell how much is used.',
  run: ({ sts }, { options: { mostPercent } }) =>
    answeredBy(sts, 'credentials').flatMap(({ attempt, answer: { packedPolicySize: percent = 0 }, path }) => {
      if (percent <= mostPercent) return [];
      return [
        {
          message: 'full' as const,
          data: { role: attempt.roleArn ?? 'the role', percent },
          expected: `at most ${mostPercent} percent`,
          observed: `${percent} percent`,
          where: { artifact: 'sts' as const, path: `${path}/answer/packedPolicySize` },
        },
      ];
    }),
});
