import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/one-twice',
  title: 'The first name is sent twice',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertAfter(xml, 'Attribute[Name=first_name]', elementText(xml, 'Attribute[Name=first_name]')),
  },
  breaks: ['attributes/repeated'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-errata',
      section: 'E49',
      says: 'NameFormat and Name together name an attribute; neither does so alone.',
    },
  ],
});
