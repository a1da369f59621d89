import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';
import { poolRoleArns } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/guest-role-of-members',
  title: 'Guests get the role of a rule',
  ...mistake,
  change: onPool((pool) => ({ ...pool, unauthenticatedRole: poolRoleArns.engineer })),
  breaks: ['identity-pool/guest-role-apart'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
