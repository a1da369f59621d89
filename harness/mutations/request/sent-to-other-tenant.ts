import { defineMutation } from '../../model/mutation.ts';
import { replaceText } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/sent-to-other-tenant',
  title: 'An AuthnRequest sent to another tenant of the identity provider',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => replaceText(url, new URL(url).host, 'other.1kosmos.net') },
  breaks: ['request/target'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.3',
      says: 'The location for the request is that of the single sign-on service for the chosen binding, which metadata may tell; SSL or TLS is recommended.',
    },
  ],
});
