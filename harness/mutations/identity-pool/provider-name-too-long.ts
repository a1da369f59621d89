import { defineMutation } from '../../model/mutation.ts';
import { mistake, refs, renameProvider } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/provider-name-too-long',
  title: 'The ARN of the provider has 129 characters',
  ...mistake,
  change: renameProvider((arn) => arn.padEnd(129, 'x')),
  breaks: ['identity-pool/provider-name-length'],
  refs: [refs.pool],
  needsArtifacts: ['identity-pool'],
});
