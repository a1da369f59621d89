import { issuerParameter } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback } from './_change.ts';

export default defineMutation({
  id: 'oidc/answer-without-issuer',
  title: 'The answer does not name the provider, which promised it',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withCallback(record, 'federation', { iss: undefined }),
  },
  breaks: ['oidc/callback-issuer'],
  hostile: false,
  safe: 'unaffected',
  refs: [issuerParameter('3', 'A server that promises the parameter sends it.')],
  needsArtifacts: ['oidc'],
});
