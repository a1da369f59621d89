import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/discovery-without-userinfo',
  title: 'The discovery document names no userinfo endpoint',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { userinfo_endpoint: undefined }),
  },
  breaks: ['oidc/discovery-endpoints'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'The pool reads four endpoints.')],
  needsArtifacts: ['oidc'],
});
