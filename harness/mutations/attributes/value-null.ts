import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-null',
  title: 'The first name is the word null',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Attribute[Name=first_name]/AttributeValue', 'null'),
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
