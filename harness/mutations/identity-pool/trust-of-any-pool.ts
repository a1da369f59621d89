import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-any-pool',
  title: 'A role lets every identity pool in',
  ...mistake,
  change: onStatement(({ Condition: { StringEquals: _, ...others }, ...statement }) => ({
    ...statement,
    Condition: others,
  })),
  breaks: ['identity-pool/trust-audience'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
