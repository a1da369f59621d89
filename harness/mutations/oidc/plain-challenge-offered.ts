import { practice } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/plain-challenge-offered',
  title: 'The provider takes plain code challenges alone',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { code_challenge_methods_supported: ['plain'] }),
  },
  breaks: ['oidc/discovery-code-challenge'],
  hostile: false,
  safe: 'unaffected',
  refs: [practice('2.1.1', 'S256 is used.')],
  needsArtifacts: ['oidc'],
});
