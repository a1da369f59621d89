import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-is-mapping',
  title: 'The first name is the mapping instead of its value',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Attribute[Name=first_name]/AttributeValue', 'user.firstName'),
  },
  breaks: ['attributes/value-placeholder'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The source of a claim is written user.firstName, and its value is sent.',
    },
  ],
});
