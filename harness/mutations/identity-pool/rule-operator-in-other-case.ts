import { defineMutation } from '../../model/mutation.ts';
import { addRule, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/rule-operator-in-other-case',
  title: 'A rule compares by equals',
  ...mistake,
  change: addRule({ matchType: 'equals' }),
  breaks: ['identity-pool/rule-operator'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
