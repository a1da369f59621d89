import { defineMutation } from '../../model/mutation.ts';
import { textOf } from '../../saml/tree.ts';
import { findElement, setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/issuer-with-trailing-slash',
  title: 'The Issuer of the assertion ends in a slash that the entityID does not have',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Assertion/Issuer', `${textOf(findElement(xml, 'Assertion/Issuer')).text}/`),
  },
  breaks: ['assertion/issuer'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Issuer is the unique identifier of the identity provider.',
    },
  ],
});
