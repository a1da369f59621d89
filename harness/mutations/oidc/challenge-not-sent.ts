import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/challenge-not-sent',
  title: 'The pool sends no code challenge',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withRequest(record, 'federation', { code_challenge: undefined, code_challenge_method: undefined }),
  },
  breaks: ['oidc/request-code-challenge'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.1', 'PKCE is recommended for confidential clients.')],
  needsArtifacts: ['oidc'],
});
