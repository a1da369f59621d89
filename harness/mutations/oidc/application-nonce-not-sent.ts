import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-nonce-not-sent',
  title: 'The application sends no nonce',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withRequest(record, 'application', { nonce: undefined }),
  },
  breaks: ['oidc/application-nonce'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('15.5.2', 'The nonce mitigates replay.')],
  needsArtifacts: ['oidc'],
});
