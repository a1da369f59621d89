import { defineMutation } from '../../model/mutation.ts';
import { changeProvider } from './_account.ts';

export default defineMutation({
  id: 'aws/encryption-required',
  title: 'The provider requires encryption, and assertions come in plain',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeProvider(account, (provider) => ({ ...provider, encryptionMode: 'Required', privateKeys: 1 })),
  },
  breaks: ['aws/encryption', 'aws/encryption-recipient'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: 'aws-iam', section: 'UpdateSAMLProvider', says: 'Required takes encrypted assertions only.' },
  ],
  needsArtifacts: ['account'],
});
