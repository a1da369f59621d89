import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-of-other-pool',
  title: 'A role trusts another pool',
  ...mistake,
  change: onStatement((statement) => ({
    ...statement,
    Condition: {
      ...statement.Condition,
      StringEquals: {
        'cognito-identity.amazonaws.com:aud': 'us-east-1:99999999-8888-7777-6666-555555555555',
      },
    },
  })),
  breaks: ['identity-pool/trust-pool'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
