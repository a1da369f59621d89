import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeProvider } from './_account.ts';

export default defineMutation({
  id: 'aws/provider-of-other-issuer',
  title: 'The provider has the entity ID with a slash at the end',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeProvider(account, (provider) => ({ ...provider, entityId: `${provider.entityId}/` })),
  },
  breaks: ['aws/provider-issuer'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.troubleshooting('The issuer equals the entity ID in the metadata of the provider.')],
  needsArtifacts: ['account'],
});
