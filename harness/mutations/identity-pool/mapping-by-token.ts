import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/mapping-by-token',
  title: 'The mapping is of the type Token',
  ...mistake,
  change: onPool((pool) => ({
    ...pool,
    roleMappings: pool.roleMappings.map((mapping) => ({ ...mapping, type: 'Token' })),
  })),
  breaks: ['identity-pool/mapping-type', 'identity-pool/role-agreed', 'identity-pool/role-given'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
