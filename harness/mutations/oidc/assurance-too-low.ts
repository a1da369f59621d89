import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims, withLevel } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-too-low',
  title: 'The person was never proofed',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(withLevel(record, 1), { acr: '/assurance/ial/1/' }),
  },
  breaks: ['oidc/assurance-level'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('OAuth2 and OIDC', '/assurance/ial/2 stands for level 2.')],
  needsArtifacts: ['oidc'],
});
