import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/no-conditions',
  title: 'The assertion has no Conditions',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Conditions') },
  breaks: ['conditions/presence'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'There is at least one assertion with a Subject that a bearer confirmation confirms, Conditions with an audience, and an AuthnStatement.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Each bearer assertion contains an AudienceRestriction that names the service provider.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Without Conditions it is for everybody, and for ever.',
    weakness: ['parts-optional'],
  },
});
