import { defineMutation } from '../../model/mutation.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/method-unknown',
  title: 'The only confirmation has a method that nobody knows',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmation', 'Method', `${CONFIRMATION.bearer}-of-badge`),
  },
  breaks: ['subject/confirmation'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '3',
      says: 'Each confirmation method has rules of its own for who may present the assertion.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'At least one SubjectConfirmation has the method bearer.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A method that is not understood cannot have been met.',
    weakness: ['confirmation-not-checked'],
  },
});
