import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/relay-state-elsewhere',
  title: 'RelayState leads to a site that is not AWS’s',
  stage: 'in-transit',
  change: {
    on: 'relay-state',
    apply: () => 'https://console.example.com/',
  },
  breaks: ['aws/relay-state'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'aws-iam',
      section: 'Enabling SAML 2.0 federated principals to access the AWS Management Console',
      says: 'RelayState may name the page of the console that people come to.',
    },
  ],
  needsArtifacts: ['account'],
});
