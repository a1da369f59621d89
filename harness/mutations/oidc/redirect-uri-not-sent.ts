import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/redirect-uri-not-sent',
  title: 'The pool redeems the code without redirect_uri',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withTokenCall(record, {
        fields: ['grant_type', 'code', 'client_id', 'client_secret', 'code_verifier'],
      }),
  },
  breaks: ['oidc/token-fields'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('4.1.3', 'redirect_uri is required if it was in the request.')],
  needsArtifacts: ['oidc'],
});
