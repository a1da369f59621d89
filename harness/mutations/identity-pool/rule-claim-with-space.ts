import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-claim-with-space',
  title: 'A rule goes by a claim with a space',
  ...mistake,
  change: addRule({ claim: 'cost center' }),
  breaks: ['identity-pool/rule-claim-characters'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
