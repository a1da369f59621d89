import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-of-other-person',
  title: 'The first name is that of another person',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Attribute[Name=first_name]/AttributeValue', 'Somebody'),
  },
  breaks: ['attributes/value'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'Each attribute sent has one source attribute of the user.',
    },
  ],
});
