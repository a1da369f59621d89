import { defineMutation } from '../../model/mutation.ts';
import { addAttributes } from './_attributes.ts';

export default defineMutation({
  id: 'identity-center/attribute-twice-in-other-case',
  title: 'Two attributes for access control differ only in case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      addAttributes(xml, [
        { key: 'CostCenter', values: ['100'] },
        { key: 'costcenter', values: ['200'] },
      ]),
  },
  breaks: ['attributes/repeated', 'identity-center/attribute-unique'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-sts',
      section: 'AssumeRole, Tags',
      says: 'Keys of session tags are not told apart by case: Department and department are one key.',
    },
  ],
});
