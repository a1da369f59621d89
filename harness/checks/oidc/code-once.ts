import { defineCheck } from '../../model/check.ts';
import { judgeProbes, wasTried } from './_probes.ts';
import { clientPage, cognito, oauth, poolFix } from './_refs.ts';

const tried = ['code-redeemed-again'] as const;

export default defineCheck({
  id: 'oidc/code-once',
  title: {
    holds: 'The pool redeems a code once',
    fails: 'The pool redeems a code a second time',
  },
  why: 'A code from a log is as good as a token.',
  fix: poolFix(clientPage, 'Nothing can be set: tell AWS.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('4.1.2', 'A code must not be used more than once.'),
    cognito('authorization-endpoint', 'A code can be redeemed once, within five minutes.'),
  ],
  messages: { accepted: '{how}: the answer was {observed}.' },
  applies: ({ oidc }) => wasTried(oidc, tried),
  run: ({ oidc }) => judgeProbes(oidc, tried),
});
