import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/empty',
  title: 'The NameID is empty',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Subject/NameID', '') },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'There is at least one assertion with a Subject that a bearer confirmation confirms, Conditions with an audience, and an AuthnStatement.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'An empty name is nobody’s; a target that goes by an attribute instead names a user all the same.',
    weakness: ['parts-optional', 'attributes-name-the-user'],
  },
});
