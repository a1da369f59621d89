import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/role-resolution-missing',
  title: 'The mapping has no role resolution',
  ...mistake,
  change: onPool((pool) => ({
    ...pool,
    roleMappings: pool.roleMappings.map(({ ambiguousRoleResolution: _, ...mapping }) => mapping),
  })),
  breaks: ['identity-pool/role-resolution'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
