import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmed-twice',
  title: 'The subject is confirmed twice as bearer',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertAfter(xml, 'SubjectConfirmation', elementText(xml, 'SubjectConfirmation')),
  },
  breaks: ['subject/confirmation'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-iam',
      section: 'Configure SAML assertions for the authentication response',
      says: 'There is exactly one SubjectConfirmation.',
    },
  ],
});
