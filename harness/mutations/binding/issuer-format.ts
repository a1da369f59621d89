import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/issuer-format',
  title: 'The Issuers have the Format of an e-mail address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        setAttribute(xml, 'Response/Issuer', 'Format', NAMEID.emailAddress),
        'Assertion/Issuer',
        'Format',
        NAMEID.emailAddress,
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
    mechanism: 'An Issuer of another Format is not an identity provider, but some name within its realm.',
    weakness: ['issuer-not-checked'],
  },
});
