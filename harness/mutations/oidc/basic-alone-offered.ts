import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/basic-alone-offered',
  title: 'The token endpoint takes clients by HTTP Basic alone',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withDiscovery(record, { token_endpoint_auth_methods_supported: ['client_secret_basic'] }),
  },
  breaks: ['oidc/discovery-client-auth'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'client_secret_basic is not supported.')],
  needsArtifacts: ['oidc'],
});
