import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/pss-alone-offered',
  title: 'The provider offers to sign by PS256 alone',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { id_token_signing_alg_values_supported: ['PS256'] }),
  },
  breaks: ['oidc/discovery-algorithms'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('3', 'RS256 must be among them.')],
  needsArtifacts: ['oidc'],
});
