import { discovery } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/claim-not-offered',
  title: 'The provider does not offer a claim that is mapped',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withDiscovery(record, {
        claims_supported: ['sub', 'email', 'email_verified', 'given_name', 'family_name'],
      }),
  },
  breaks: ['oidc/discovery-claims'],
  hostile: false,
  safe: 'unaffected',
  refs: [discovery('3', 'claims_supported lists claims that can be supplied.')],
  needsArtifacts: ['oidc'],
});
