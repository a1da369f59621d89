import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/context-of-other-level',
  title: 'acr names another level than the claim',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withClaims(record, { acr: '/assurance/ial/1/' }),
  },
  breaks: ['oidc/assurance-context'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'acr is what the authentication satisfied.')],
  needsArtifacts: ['oidc'],
});
