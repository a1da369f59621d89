import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { answeredBy } from './_attempts.ts';

export default defineCheck({
  id: 'aws/accepted',
  title: {
    holds: 'AWS accepts the response wherever it is presented',
    fails: 'AWS refuses the response',
  },
  why: 'The person, or the tool that they use, does not get into AWS.',
  fix: {
    console: 'IAM',
    field: 'Identity providers and Roles → Trust relationships',
    change:
      'Follow the other findings of this login; AWS’s text names the first thing that it stumbled over.',
  },
  judges: 'setup',
  needs: ['sts'],
  uses: ['outcome'],
  refs: [
    refs.api('For a valid response STS returns temporary credentials.'),
    refs.troubleshooting('The text of the error says what AWS could not accept.'),
  ],
  messages: { refused: 'Asked for {role} at {url}, AWS answers {status} {code}: {text}' },
  applies: ({ sts, outcome }) => {
    if (outcome !== undefined && outcome.expected !== 'signed-in') return 'The login was to be refused.';
    return sts.attempts.length > 0 || 'The response was not presented.';
  },
  run: ({ sts }) =>
    answeredBy(sts, 'refused').map(({ attempt, answer, path }) => {
      const { status, code = '', message: text } = answer;
      return {
        message: 'refused' as const,
        data: { role: attempt.roleArn ?? 'a role', url: attempt.url, status, code, text },
        expected: 'credentials, or the console',
        observed: `${status} ${code}`.trim(),
        where: { artifact: 'sts' as const, path: `${path}/answer` },
      };
    }),
});
