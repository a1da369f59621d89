import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-asks-for-tokens',
  title: 'The application asks for tokens in the address',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'application', { response_type: 'token' }),
  },
  breaks: ['oidc/application-code-flow'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.2', 'The implicit grant is not used.')],
  needsArtifacts: ['oidc'],
});
