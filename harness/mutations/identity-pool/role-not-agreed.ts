import { defineMutation } from '../../model/mutation.ts';
import { mistake, onRecord, refs } from './_change.ts';
import { poolRoleArns } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/role-not-agreed',
  title: 'Another role was agreed for the person',
  ...mistake,
  change: onRecord((record) => ({
    ...record,
    agreed: { tags: [], ...record.agreed, role: poolRoleArns.auditor },
  })),
  breaks: ['identity-pool/role-agreed'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
