import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/default-role-missing',
  title: 'The role resolution names a default role that is not there',
  ...mistake,
  change: onPool(({ authenticatedRole: _, ...pool }) => pool),
  breaks: ['identity-pool/default-role'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
