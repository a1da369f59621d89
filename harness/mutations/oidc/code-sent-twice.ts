import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withTokenCall } from './_change.ts';

export default defineMutation({
  id: 'oidc/code-sent-twice',
  title: 'The pool sends the field code twice',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withTokenCall(record, {
        fields: ['grant_type', 'code', 'code', 'redirect_uri', 'client_id', 'client_secret', 'code_verifier'],
      }),
  },
  breaks: ['oidc/token-fields'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('3.2', 'Parameters are not sent more than once.')],
  needsArtifacts: ['oidc'],
});
