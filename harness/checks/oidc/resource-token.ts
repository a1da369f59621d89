import { defineCheck } from '../../model/check.ts';
import { judgeProbes, wasTried } from './_probes.ts';
import { appFix, bearer } from './_refs.ts';

const tried = ['resource-without-token', 'resource-with-unsigned-token'] as const;

export default defineCheck({
  id: 'oidc/resource-token',
  title: {
    holds: 'The protected resource asks for a token that the pool signed',
    fails: 'The protected resource answers without a token that the pool signed',
  },
  why: 'Whatever the sign-in proves is worth nothing there.',
  fix: appFix(
    'API Gateway → Authorizer',
    'Set the JWT authorizer with the pool’s issuer and client on every route.',
  ),
  judges: 'setup',
  needs: ['oidc'],
  refs: [bearer('3.1', 'A request without a valid token is answered with 401.')],
  messages: { accepted: '{how}: the answer was {observed}.' },
  applies: ({ oidc }) => wasTried(oidc, tried),
  run: ({ oidc }) => judgeProbes(oidc, tried),
});
