import { defineMutation } from '../../model/mutation.ts';
import { mistake, refs, renameProvider } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/provider-of-other-account',
  title: 'The provider is in another account',
  ...mistake,
  change: renameProvider((arn) => arn.replace('111122223333', '444455556666')),
  breaks: ['identity-pool/provider-account'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
