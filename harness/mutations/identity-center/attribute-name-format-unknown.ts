import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/attribute-name-format-unknown',
  title: 'An attribute for access control has a name format that SAML does not define',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      addAttributes(xml, [{ key: 'CostCenter', values: ['100'], format: 'urn:example:generic' }]),
  },
  breaks: ['identity-center/attribute-name-format'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'The name format is one that SAML specifies, not a generic one.',
    },
  ],
});
