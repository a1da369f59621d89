import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/nonce-not-returned',
  title: 'The ID token has no nonce',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { nonce: undefined }),
  },
  breaks: ['oidc/id-token-nonce'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'A nonce that was sent is included.')],
  needsArtifacts: ['oidc'],
});
