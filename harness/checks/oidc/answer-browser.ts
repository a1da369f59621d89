import { defineCheck } from '../../model/check.ts';
import { judgeProbes, wasTried } from './_probes.ts';
import { appFix, oauth, practice } from './_refs.ts';

const tried = ['provider-answer-elsewhere', 'pool-answer-elsewhere'] as const;

export default defineCheck({
  id: 'oidc/answer-browser',
  title: {
    holds: 'An answer counts only in the browser that asked',
    fails: 'An answer counts in a browser that did not ask',
  },
  why: 'An attacker can sign somebody else in as themselves, and see all that they enter: login CSRF.',
  fix: appFix('Callback', 'Compare the state with the one in this browser’s session.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('10.12', 'Clients implement CSRF protection for their redirect URI.'),
    practice('4.7', 'Without it an attacker’s account is put into somebody’s session.'),
  ],
  messages: { accepted: '{how}: it signed {observed} in.' },
  applies: ({ oidc }) => wasTried(oidc, tried),
  run: ({ oidc }) => judgeProbes(oidc, tried),
});
