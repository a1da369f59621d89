import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'attributes/one-missing',
  title: 'The last name is not sent',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Attribute[Name=last_name]') },
  breaks: ['attributes/required'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The mapping table names the attributes that are sent.',
    },
  ],
});
