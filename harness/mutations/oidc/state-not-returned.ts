import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withCallback } from './_change.ts';

export default defineMutation({
  id: 'oidc/state-not-returned',
  title: 'The provider does not give the state back',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withCallback(record, 'federation', { state: undefined }),
  },
  breaks: ['oidc/callback-state'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('4.1.2', 'state is returned.')],
  needsArtifacts: ['oidc'],
});
