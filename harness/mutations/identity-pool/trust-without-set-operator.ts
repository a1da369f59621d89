import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-without-set-operator',
  title: 'A condition on amr has no set operator',
  ...mistake,
  change: onStatement(({ Condition: { 'ForAnyValue:StringLike': amr, ...others }, ...statement }) => ({
    ...statement,
    Condition: { ...others, StringLike: amr },
  })),
  breaks: ['identity-pool/trust-set-operator'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
