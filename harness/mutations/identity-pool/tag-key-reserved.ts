import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-key-reserved',
  title: 'A tag key begins with aws:',
  ...mistake,
  change: addTags({ key: 'aws:team', claim: 'team' }),
  breaks: ['identity-pool/tag-key'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
