import { defineMutation } from '../../model/mutation.ts';
import { mistake, onTrust, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-malformed',
  title: 'The trust policy of a role is no policy',
  ...mistake,
  change: onTrust(() => '{ "Version": "2012-10-17" }'),
  breaks: ['identity-pool/trust-readable'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
