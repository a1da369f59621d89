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
      document: 'aws-sts',
      section: 'Tag',
      says: 'A key has 1 to 128 characters, a value up to 256, both of letters, spaces, numbers and _.:/=+-@.',
    },
  ],
});
