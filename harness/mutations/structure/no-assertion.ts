import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/no-assertion',
  title: 'The status is Success, and there is no assertion',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'Response/Assertion') },
  breaks: ['response/status'],
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
      'A target that takes the status for the login begins a session for nobody, or for whom the browser says.',
    weakness: ['success-is-login'],
  },
});
