import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/value-misread',
  title: 'The first name is UTF-8 that was read as Latin-1',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Attribute[Name=first_name]/AttributeValue', 'JosÃ©'),
  },
  breaks: ['attributes/encoding', 'attributes/value'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '4.3.3',
      says: 'Without another declaration, XML is encoded in UTF-8 or UTF-16.',
    },
  ],
});
