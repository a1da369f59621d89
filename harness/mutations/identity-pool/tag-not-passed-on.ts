import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCredentials, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tag-not-passed-on',
  title: 'The session lacks a tag',
  ...mistake,
  change: onCredentials((answer) => ({ ...answer, principalTags: (answer.principalTags ?? []).slice(1) })),
  breaks: ['identity-pool/tags-given'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
