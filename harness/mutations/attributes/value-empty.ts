import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-empty',
  title: 'The first name is empty',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Attribute[Name=first_name]/AttributeValue', '') },
  breaks: ['attributes/value-absent'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.3.1.1',
      says: 'An empty value is an empty AttributeValue; a null value is one with xsi:nil.',
    },
  ],
});
