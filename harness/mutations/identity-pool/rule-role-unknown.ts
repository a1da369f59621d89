import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-role-unknown',
  title: 'A rule gives a role that the account does not have',
  ...mistake,
  change: addRule({ roleArn: 'arn:aws:iam::111122223333:role/engineer' }),
  breaks: ['identity-pool/rule-role'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
