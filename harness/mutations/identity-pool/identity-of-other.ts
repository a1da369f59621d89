import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';
import { poolNames } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/identity-of-other',
  title: 'Credentials are asked for another identity',
  ...mistake,
  change: onCalls(
    (call) => ({ ...call, identityId: poolNames.identityId.replaceAll('a', 'f') }),
    'GetCredentialsForIdentity',
  ),
  breaks: ['identity-pool/identity-kept'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
