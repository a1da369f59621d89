import { defineCheck } from '../../model/check.ts';
import { judgeProbes, wasTried } from './_probes.ts';
import { clientPage, cognito, poolFix, practice } from './_refs.ts';

const tried = ['redirect-elsewhere'] as const;

export default defineCheck({
  id: 'oidc/redirect-exact',
  title: {
    holds: 'The pool sends no answer to an address that the client does not have',
    fails: 'The pool sends its answer to an address that the client does not have',
  },
  why: 'A link is enough to send somebody’s code to an attacker.',
  fix: poolFix(clientPage, 'Allow the callback URLs of the application alone, without wildcards.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    practice('4.1.3', 'Redirect URIs are compared exactly.'),
    cognito('cognito-user-pools-app-idp-settings', 'An address that is no callback URL is refused.'),
  ],
  messages: { accepted: '{how}: the answer was {observed}.' },
  applies: ({ oidc }) => wasTried(oidc, tried),
  run: ({ oidc }) => judgeProbes(oidc, tried),
});
