import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/no-name-id',
  title: 'The Subject has no NameID',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Subject/NameID') },
  breaks: ['subject/name-id'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject identifies the principal who logged in.',
    },
  ],
});
