import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/issuer-of-other-idp',
  title: 'A Response in the name of another identity provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Response/Issuer', 'https://other.1kosmos.net/saml'),
  },
  breaks: ['response/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Issuer of the Response, where present, is the unique identifier of the identity provider; its Format is absent or entity.',
    },
  ],
});
