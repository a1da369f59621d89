import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/issuer-slash',
  title: 'The Issuers have a slash too many at their end',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { idpEntityId }) =>
      setText(setText(xml, 'Response/Issuer', `${idpEntityId}/`), 'Assertion/Issuer', `${idpEntityId}/`),
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
    {
      assumption: 'URIs are compared as strings, exactly.',
      known:
        'Core 1.3.1 has strings compared byte by byte and 1.3.2 says nothing else of URIs; to forgive a difference in case, port or slash is to take another address.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Names are compared as they are: another tenant’s may differ by no more than that.',
    weakness: ['address-normalized'],
  },
});
