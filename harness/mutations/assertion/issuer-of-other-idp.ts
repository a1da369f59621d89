import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'assertion/issuer-of-other-idp',
  title: 'The assertion says that another identity provider issued it',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Assertion/Issuer', 'https://other-idp.example/saml'),
  },
  breaks: ['assertion/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Issuer is the unique identifier of the identity provider.',
    },
  ],
});
