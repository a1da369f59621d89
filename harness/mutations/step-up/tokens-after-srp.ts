import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/tokens-after-srp',
  title: 'Define issues tokens after the first step of SRP',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', by: 'probe', saying: 'SRP_A' },
        { issueTokens: true, failAuthentication: false },
      ),
  },
  breaks: ['step-up/define-challenge-name'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'A sign-in by SRP has SRP_A and PASSWORD_VERIFIER in its session before custom challenges.',
    },
  ],
  needsArtifacts: ['step-up'],
});
