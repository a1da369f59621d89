import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-challenge-not-sent',
  title: 'The application sends no code challenge',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withRequest(record, 'application', { code_challenge: undefined, code_challenge_method: undefined }),
  },
  breaks: ['oidc/application-code-challenge'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.1', 'Clients use PKCE.')],
  needsArtifacts: ['oidc'],
});
