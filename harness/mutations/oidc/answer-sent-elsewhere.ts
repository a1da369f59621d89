import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRound } from './_change.ts';

export default defineMutation({
  id: 'oidc/answer-sent-elsewhere',
  title: 'The provider’s answer arrives at an attacker’s address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withRound(record, 'federation', { callbackUrl: 'https://evil.example/oauth2/idpresponse' }),
  },
  breaks: ['oidc/callback-address'],
  hostile: true,
  safe: 'refuses',
  refs: [practice('4.1.3', 'Redirect URIs are compared exactly.')],
  needsArtifacts: ['oidc'],
});
