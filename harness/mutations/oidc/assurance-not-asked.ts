import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-not-asked',
  title: 'The pool does not ask for a proofed identity',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { scope: 'openid email profile' }),
  },
  breaks: ['oidc/request-assurance'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito, mechanism A', 'The scope is /assurance/ial/2.')],
  needsArtifacts: ['oidc'],
});
