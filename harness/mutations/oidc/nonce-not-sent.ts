import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/nonce-not-sent',
  title: 'The pool sends no nonce',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'federation', { nonce: undefined }),
  },
  breaks: ['oidc/request-nonce'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('15.5.2', 'The nonce mitigates replay.')],
  needsArtifacts: ['oidc'],
});
