import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/issuer-other',
  title: 'Both Issuers are another identity provider’s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setText(
        setText(xml, 'Response/Issuer', 'https://other-idp.example/saml'),
        'Assertion/Issuer',
        'https://other-idp.example/saml',
      ),
  },
  breaks: ['assertion/issuer', 'response/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Issuer is the unique identifier of the identity provider; Format is absent or entity.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Names are worth what their issuer is: where several identity providers are trusted, one must not speak for another.',
    weakness: ['issuer-not-checked'],
  },
});
