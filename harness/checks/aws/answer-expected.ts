import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'aws/answer-expected',
  title: {
    holds: 'STS answers as the case says that it must',
    fails: 'STS answers otherwise than the case says that it must',
  },
  why: 'A role is open to somebody who must not have it, or closed to somebody who needs it.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships',
    change: 'Compare the trust policy with what the response says, and with what the person is to have.',
  },
  judges: 'setup',
  needs: ['sts'],
  refs: [refs.api('STS returns temporary credentials, or the error that says why there are none.')],
  messages: {
    otherwise: 'Asked for {role} at {url}, STS was to answer {wanted}; it answers {found}.',
  },
  applies: ({ sts }) =>
    sts.attempts.some(({ expected }) => expected !== undefined) || 'No answer of STS is laid down.',
  run: ({ sts }) =>
    sts.attempts.flatMap(({ expected, answer, roleArn, url }, index) => {
      const found = answer.outcome === 'refused' ? (answer.code ?? 'a refusal') : answer.outcome;
      if (expected === undefined || expected === found) return [];
      return {
        message: 'otherwise' as const,
        data: { role: roleArn ?? 'a role', url, wanted: expected, found },
        expected,
        observed: answer.outcome === 'refused' ? `${found}: ${answer.message}` : found,
        where: { artifact: 'sts' as const, path: `/attempts/${index}/answer` },
      };
    }),
});
