import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-claim-not-sent',
  title: 'A rule goes by a claim that the assertion does not have',
  ...mistake,
  change: addRule({ claim: 'groups', matchType: 'NotEqual' }),
  breaks: ['identity-pool/rule-claim-sent'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
