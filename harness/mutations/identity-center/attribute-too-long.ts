import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/attribute-too-long',
  title: 'A value for access control has 300 characters',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addAttributes(xml, [{ key: 'CostCenter', values: ['x'.repeat(300)] }]),
  },
  breaks: ['identity-center/attribute-plain'],
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
