import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/none',
  title: 'The assertion does not state a login',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'AuthnStatement') },
  breaks: ['authn-statement/presence'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The assertions contain at least one AuthnStatement that reflects the login of the principal.',
    },
  ],
});
