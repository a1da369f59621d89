import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-pools-alike',
  title: 'A role lets every pool of the region in by a wildcard',
  ...mistake,
  change: onStatement(({ Condition: { StringEquals: _, ...others }, ...statement }) => ({
    ...statement,
    Condition: { ...others, StringLike: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:*' } },
  })),
  breaks: ['identity-pool/trust-audience'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
