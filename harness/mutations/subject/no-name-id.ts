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
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'The NameID equals the user name of an existing user.',
    },
  ],
});
