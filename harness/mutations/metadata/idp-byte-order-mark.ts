import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'metadata/idp-byte-order-mark',
  title: 'A byte order mark before the identity provider’s metadata',
  stage: 'in-transit',
  change: { on: 'idp-metadata', apply: (xml) => `\uFEFF${xml}` },
  breaks: ['metadata/idp-readable'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'Create a SAML identity provider in IAM',
      says: 'The document has no byte order mark.',
    },
  ],
});
