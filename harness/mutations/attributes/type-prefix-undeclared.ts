import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/type-prefix-undeclared',
  title: 'The type of a value has a prefix that nothing declares',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'Attribute[Name=first_name]/AttributeValue', 'xsi:type', 'schema:string'),
  },
  breaks: ['attributes/value-type', 'response/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.7.3.1.1', says: 'The type of a value may be declared by xsi:type.' },
  ],
});
