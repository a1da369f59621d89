import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/discovery-of-other-issuer',
  title: 'The discovery document names another issuer',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { issuer: 'https://evil.example' }),
  },
  breaks: ['oidc/discovery-issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [discovery('4.3', 'The issuer is exactly the one that was asked for.')],
  needsArtifacts: ['oidc'],
});
