import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/acs-index-unknown',
  title: 'The answer is wanted at an index that the metadata has not',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => {
      const bare = ['AssertionConsumerServiceURL', 'ProtocolBinding'].reduce(
        (text, name) => removeAttribute(text, 'AuthnRequest', name),
        xml,
      );
      return setAttribute(bare, 'AuthnRequest', 'AssertionConsumerServiceIndex', '4096');
    },
  },
  breaks: ['request/acs'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'AssertionConsumerServiceIndex names an endpoint of the requester’s metadata.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'An identity provider that falls back, or counts, sends the assertion somewhere that nobody named.',
    weakness: ['request-index-ignored'],
  },
});
