import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/name-id-of-other-person',
  title: 'The NameID is the address of another person',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Subject/NameID', 'other.person@example.com') },
  breaks: ['subject/user-name'],
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
