import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-claim-too-long',
  title: 'A tag is made of a claim of 257 characters',
  ...mistake,
  change: addTags({ key: 'Team', claim: 'x'.repeat(257) }),
  breaks: ['identity-pool/tag-claim-length'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
