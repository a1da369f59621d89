import { defineCheck } from '../../model/check.ts';
import { judgeProbes, wasTried } from './_probes.ts';
import { appFix, oauth, practice } from './_refs.ts';

const tried = ['provider-answer-again', 'pool-answer-again'] as const;

export default defineCheck({
  id: 'oidc/answer-once',
  title: {
    holds: 'An answer that was used is worth nothing',
    fails: 'An answer that was used works again',
  },
  why: 'Whoever finds it in a history or a log is signed in.',
  fix: appFix('Callback', 'Keep a sign-in until its answer comes, and never twice.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('10.5', 'Codes are used once.'),
    practice('4.2.4', 'An answer that is used again is refused.'),
  ],
  messages: { accepted: '{how}: it signed {observed} in.' },
  applies: ({ oidc }) => wasTried(oidc, tried),
  run: ({ oidc }) => judgeProbes(oidc, tried),
});
