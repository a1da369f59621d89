import { defineMutation } from '../../model/mutation.ts';
import { mistake, onRecord, refs } from './_change.ts';
import { poolNames } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/identity-anew',
  title: 'The person had another identity before',
  ...mistake,
  change: onRecord((record) => ({ ...record, earlierIdentityId: poolNames.identityId.replaceAll('e', 'f') })),
  breaks: ['identity-pool/identity-stable'],
  refs: [refs.calls],
  needsArtifacts: ['identity-pool'],
});
