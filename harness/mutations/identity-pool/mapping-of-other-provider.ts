import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/mapping-of-other-provider',
  title: 'A role mapping is of a provider that the pool does not list',
  ...mistake,
  change: onPool((pool) => ({
    ...pool,
    roleMappings: [
      ...pool.roleMappings,
      {
        provider: 'arn:aws:iam::111122223333:saml-provider/1kosmos',
        type: 'Rules',
        ambiguousRoleResolution: 'Deny',
        rules: [],
      },
    ],
  })),
  breaks: ['identity-pool/mapping-provider'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
