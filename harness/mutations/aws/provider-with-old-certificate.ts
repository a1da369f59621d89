import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeProvider } from './_account.ts';

export default defineMutation({
  id: 'aws/provider-with-old-certificate',
  title: 'The provider has another certificate than is published',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account, { strangerCertificate }) =>
      changeProvider(account, (provider) => ({ ...provider, certificates: [strangerCertificate] })),
  },
  breaks: ['aws/provider-certificate'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.troubleshooting('The signature is tried with the certificates in the provider’s metadata.')],
  needsArtifacts: ['account'],
});
