import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-guests',
  title: 'A role lets only guests in',
  ...mistake,
  change: onStatement((statement) => ({
    ...statement,
    Condition: {
      ...statement.Condition,
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' },
    },
  })),
  breaks: ['identity-pool/trust-authenticated'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
