import { defineMutation } from '../../model/mutation.ts';
import { addTags, mistake, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-claim-not-sent',
  title: 'A tag is made of a claim that the assertion does not have',
  ...mistake,
  change: addTags({ key: 'Team', claim: 'team' }),
  breaks: ['identity-pool/tag-claim-sent'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
