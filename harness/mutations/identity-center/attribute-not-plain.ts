import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/attribute-not-plain',
  title: 'A value for access control has characters that no session tag can hold',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => addAttributes(xml, [{ key: 'CostCenter', values: ['100; 200 <all>'] }]),
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
