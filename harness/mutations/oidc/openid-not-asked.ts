import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/openid-not-asked',
  title: 'The pool does not ask for the scope openid',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { scope: 'email profile /assurance/ial/2' }),
  },
  breaks: ['oidc/request-openid'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('3.1.2.1', 'Requests contain the scope openid.')],
  needsArtifacts: ['oidc'],
});
