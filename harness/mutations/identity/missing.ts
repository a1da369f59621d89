import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/missing',
  title: 'The Subject has no NameID',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Subject/NameID') },
  breaks: ['subject/name-id'],
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
      'Without a name the message is about nobody; a target that goes by an attribute instead names a user all the same.',
    weakness: ['parts-optional', 'attributes-name-the-user'],
  },
});
