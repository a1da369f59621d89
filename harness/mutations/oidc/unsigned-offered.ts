import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/unsigned-offered',
  title: 'The provider offers unsigned ID tokens beside signed ones',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { id_token_signing_alg_values_supported: ['RS256', 'none'] }),
  },
  breaks: ['oidc/discovery-algorithms'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('3', 'none may only be used without the authorization endpoint’s ID tokens.')],
  needsArtifacts: ['oidc'],
});
