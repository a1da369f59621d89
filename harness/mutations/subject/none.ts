import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/none',
  title: 'The assertion has no Subject',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Assertion/Subject') },
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
