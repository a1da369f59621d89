import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/implicit-alone-offered',
  title: 'The provider offers the implicit flow alone',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { response_types_supported: ['id_token'] }),
  },
  breaks: ['oidc/discovery-code-flow'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('3', 'Dynamic providers support code.')],
  needsArtifacts: ['oidc'],
});
