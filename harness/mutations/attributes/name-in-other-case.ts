import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/name-in-other-case',
  title: 'The first name is sent as First_Name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'Attribute[Name=first_name]', 'Name', 'First_Name'),
  },
  breaks: ['attributes/required'],
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
