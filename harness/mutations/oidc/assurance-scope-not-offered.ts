import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withDiscovery } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-scope-not-offered',
  title: 'The provider does not offer the scope for a proofed identity',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withDiscovery(record, { scopes_supported: ['openid', 'email', 'profile'] }),
  },
  breaks: ['oidc/discovery-scopes'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('OAuth2 and OIDC', 'The scope /assurance/ial/2 asks for a proofed identity.')],
  needsArtifacts: ['oidc'],
});
