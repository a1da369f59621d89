import { defineMutation } from '../../model/mutation.ts';
import { mistake, onPool, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tags-of-other-provider',
  title: 'Tags are mapped for a provider that the pool does not list',
  ...mistake,
  change: onPool((pool) => ({
    ...pool,
    principalTags: [
      ...pool.principalTags,
      { provider: 'arn:aws:iam::111122223333:saml-provider/1kosmos', useDefaults: true, tags: [] },
    ],
  })),
  breaks: ['identity-pool/tags-provider'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
