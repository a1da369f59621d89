import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-key-twice',
  title: 'Two tag keys differ in case only',
  ...mistake,
  change: addTags({ key: 'department', claim: 'team' }),
  breaks: ['identity-pool/tag-unique', 'identity-pool/tag-claim-sent'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
