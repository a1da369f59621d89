import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/implicit-asked',
  title: 'The pool asks for tokens in the address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { response_type: 'id_token token' }),
  },
  breaks: ['oidc/request-code-flow'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.2', 'The implicit grant is not used.')],
  needsArtifacts: ['oidc'],
});
