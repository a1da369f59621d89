import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/secret-not-sent',
  title: 'The pool redeems the code without its secret',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withTokenCall(record, {
        clientAuthentication: 'none',
        fields: ['grant_type', 'code', 'redirect_uri', 'client_id', 'code_verifier'],
      }),
  },
  breaks: ['oidc/token-client-auth'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('3.1.3.1', 'A client with a secret authenticates.')],
  needsArtifacts: ['oidc'],
});
