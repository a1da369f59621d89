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
      document: '1kosmos',
      section: 'AWS integration, attribute mappings',
      says: 'The mapping table names the attributes that are sent, and the source of each.',
    },
  ],
});
