import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-behind-wider-one',
  title: 'A rule stands behind one that matches more',
  ...mistake,
  change: addRule({ claim: 'costCenter', matchType: 'Equals', value: '0815' }),
  breaks: ['identity-pool/rule-reachable'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
