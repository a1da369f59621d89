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
      section: 'Attributes for access control',
      says: 'At most 50 attributes, each once, with one plain value and a name format of SAML.',
    },
  ],
});
