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
      document: 'saml-core',
      section: '3.4.1.4',
      says: 'The assertions contain a Subject that represents the person who presented the request.',
    },
  ],
});
