import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/client-of-other-pool',
  title: 'The pool names itself as another client',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { client_id: 'other-pool' }),
  },
  breaks: ['oidc/request-client'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('4.1.1', 'client_id is required.')],
  needsArtifacts: ['oidc'],
});
