import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';
import { poolRoleArns } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/custom-role-not-offered',
  title: 'The application asks for a role that the assertion does not name',
  ...mistake,
  change: onCalls((call) => ({ ...call, customRoleArn: poolRoleArns.auditor }), 'GetCredentialsForIdentity'),
  breaks: ['identity-pool/custom-role', 'identity-pool/role-agreed', 'identity-pool/role-given'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
