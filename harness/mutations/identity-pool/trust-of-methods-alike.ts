import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-methods-alike',
  title: 'A role asks for amr by a wildcard that fits guests, too',
  ...mistake,
  change: onStatement((statement) => ({
    ...statement,
    Condition: {
      ...statement.Condition,
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': '*authenticated' },
    },
  })),
  breaks: ['identity-pool/trust-method'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
