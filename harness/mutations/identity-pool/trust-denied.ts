import { defineMutation } from '../../model/mutation.ts';
import { mistake, onTrust, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-denied',
  title: 'A role denies the person by another statement',
  ...mistake,
  change: onTrust((text) =>
    text.replace(
      '"Statement": [',
      '"Statement": [{ "Effect": "Deny", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:*" },',
    ),
  ),
  breaks: ['identity-pool/trust-conditions'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
