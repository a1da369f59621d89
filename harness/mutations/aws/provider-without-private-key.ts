import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeProvider } from './_account.ts';

export default defineMutation({
  id: 'aws/provider-without-private-key',
  title: 'The provider allows encryption and has no private key',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => changeProvider(account, (provider) => ({ ...provider, encryptionMode: 'Allowed' })),
  },
  breaks: ['aws/provider-private-keys'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.provider('Encrypted assertions are opened with the private keys of the provider.')],
  needsArtifacts: ['account'],
});
