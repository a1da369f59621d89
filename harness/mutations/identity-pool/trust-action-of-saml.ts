import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-action-of-saml',
  title: 'A role allows the action of direct federation',
  ...mistake,
  change: onStatement((statement) => ({
    ...statement,
    Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
  })),
  breaks: ['identity-pool/trust-action'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
