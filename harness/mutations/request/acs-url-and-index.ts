import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/acs-url-and-index',
  title: 'An AuthnRequest that names the ACS by URL and by index',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'AssertionConsumerServiceIndex', '0'),
  },
  breaks: ['request/acs'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'AssertionConsumerServiceIndex excludes AssertionConsumerServiceURL and ProtocolBinding.',
    },
  ],
});
