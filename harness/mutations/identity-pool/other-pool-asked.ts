import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCalls, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/other-pool-asked',
  title: 'The application asks for another pool',
  ...mistake,
  change: onCalls(
    (call) => ({ ...call, identityPoolId: 'us-east-1:99999999-8888-7777-6666-555555555555' }),
    'GetId',
  ),
  breaks: ['identity-pool/pool-asked'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
