import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-without-method',
  title: 'A role lets guests in',
  ...mistake,
  change: onStatement(({ Condition: { 'ForAnyValue:StringLike': _, ...others }, ...statement }) => ({
    ...statement,
    Condition: others,
  })),
  breaks: ['identity-pool/trust-method'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
