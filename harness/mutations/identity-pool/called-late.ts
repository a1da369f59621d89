import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/called-late',
  title: 'The application asks for credentials six minutes after the login',
  ...mistake,
  change: onCalls(
    (call) => ({ ...call, askedAt: new Date(Date.parse(call.askedAt) + 360_000).toISOString() }),
    'GetCredentialsForIdentity',
  ),
  breaks: ['identity-pool/redeem-in-time'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
