import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/none',
  title: 'The Subject has no confirmation',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'SubjectConfirmation') },
  breaks: ['subject/confirmation'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'At least one SubjectConfirmation has the method bearer.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Nothing says who may present the assertion, so nobody may.',
    weakness: ['confirmation-not-checked'],
  },
});
