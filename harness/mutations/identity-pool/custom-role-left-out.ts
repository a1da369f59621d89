import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/custom-role-left-out',
  title: 'The application asks for none of several roles',
  ...mistake,
  change: onCalls(({ customRoleArn: _, ...call }) => call, 'GetCredentialsForIdentity'),
  breaks: ['identity-pool/role-chosen', 'identity-pool/role-agreed', 'identity-pool/role-given'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
