import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-without-tags',
  title: 'A role does not allow sts:TagSession',
  ...mistake,
  change: onStatement((statement) => ({ ...statement, Action: ['sts:AssumeRoleWithWebIdentity'] })),
  breaks: ['identity-pool/trust-tags'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
