import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-twice',
  title: 'The first name has two values',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertAfter(
        xml,
        'Attribute[Name=first_name]/AttributeValue',
        elementText(xml, 'Attribute[Name=first_name]/AttributeValue'),
      ),
  },
  breaks: ['attributes/single-valued'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'AWS integration, attribute mappings',
      says: 'The mapping table names the attributes that are sent, and the source of each.',
    },
  ],
});
