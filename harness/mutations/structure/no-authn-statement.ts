import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/no-authn-statement',
  title: 'The assertion has no AuthnStatement',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'AuthnStatement') },
  breaks: ['authn-statement/presence'],
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
    mechanism: 'An assertion that only tells attributes does not say that anybody logged in.',
    weakness: ['parts-optional'],
  },
});
