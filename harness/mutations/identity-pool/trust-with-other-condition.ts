import { defineMutation } from '../../model/mutation.ts';
import { mistake, onStatement, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/trust-with-other-condition',
  title: 'A role wants another tag',
  ...mistake,
  change: onStatement((statement) => ({
    ...statement,
    Condition: { ...statement.Condition, StringLike: { 'aws:RequestTag/Department': 'Finance' } },
  })),
  breaks: ['identity-pool/trust-conditions'],
  refs: [refs.trust],
  needsArtifacts: ['identity-pool'],
});
