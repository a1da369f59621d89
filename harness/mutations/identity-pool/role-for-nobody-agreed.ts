import { defineMutation } from '../../model/mutation.ts';
import { mistake, onRecord, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/role-for-nobody-agreed',
  title: 'Nobody agreed that the person gets a role',
  ...mistake,
  change: onRecord((record) => ({ ...record, agreed: { tags: [], ...record.agreed, role: null } })),
  breaks: ['identity-pool/role-agreed'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
