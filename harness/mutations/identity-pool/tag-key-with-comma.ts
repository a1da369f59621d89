import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-key-with-comma',
  title: 'A tag key has a comma',
  ...mistake,
  change: addTags({ key: 'Team, Site', claim: 'team' }),
  breaks: ['identity-pool/tag-key'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
