import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/protocol-binding-redirect',
  title: 'An AuthnRequest that wants the answer by HTTP-Redirect',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ProtocolBinding', BINDING.redirect),
  },
  breaks: ['request/protocol-binding'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'A response travels by HTTP-POST or HTTP-Artifact, never by HTTP-Redirect.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'In an address the assertion is kept in histories, logs and Referer lines.',
    weakness: ['binding-ignored'],
  },
});
