import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-claim-in-other-case',
  title: 'A rule goes by a claim that the assertion spells otherwise',
  ...mistake,
  change: addRule({ claim: 'Department' }),
  breaks: ['identity-pool/rule-claim-sent'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
