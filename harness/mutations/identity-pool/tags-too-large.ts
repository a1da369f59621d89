import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tags-too-large',
  title: 'The tags have more than 460 bytes',
  ...mistake,
  change: addTags(...Array.from({ length: 40 }, (_, index) => ({ key: `Tag${index}`, claim: 'department' }))),
  breaks: ['identity-pool/tag-bytes', 'identity-pool/tags-agreed'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
