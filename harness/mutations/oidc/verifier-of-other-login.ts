import { pkce } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/verifier-of-other-login',
  title: 'The code is redeemed with the verifier of another login',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withTokenCall(record, { verifierFits: false }),
  },
  breaks: ['oidc/token-verifier'],
  hostile: true,
  safe: 'refuses',
  refs: [pkce('4.6', 'The verifier’s hash is the challenge.')],
  needsArtifacts: ['oidc'],
});
