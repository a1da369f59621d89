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
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Subject identifies the principal who logged in.',
    },
  ],
});
