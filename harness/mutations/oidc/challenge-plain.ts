import { pkce } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/challenge-plain',
  title: 'The pool sends a plain code challenge',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { code_challenge_method: 'plain' }),
  },
  breaks: ['oidc/request-code-challenge'],
  hostile: false,
  safe: 'unaffected',
  refs: [pkce('4.2', 'S256 is used by clients that can.')],
  needsArtifacts: ['oidc'],
});
