import { pkce } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/verifier-not-sent',
  title: 'The code is redeemed without its verifier',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withTokenCall(record, {
        fields: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret'],
        verifierFits: false,
      }),
  },
  breaks: ['oidc/token-verifier'],
  hostile: false,
  safe: 'unaffected',
  refs: [pkce('4.5', 'The verifier is sent.')],
  needsArtifacts: ['oidc'],
});
