import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tags-too-many',
  title: 'There are 51 tags',
  ...mistake,
  change: addTags(
    ...Array.from({ length: 49 }, (_, index) => ({ key: `Tag${index}`, claim: `tag${index}` })),
  ),
  breaks: ['identity-pool/tag-count', 'identity-pool/tag-claim-sent'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
