import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

const locality = `<saml:SubjectLocality xmlns:saml="${NS.saml}" Address="laptop-17.acme.example"/>`;

export default defineMutation({
  id: 'authn-statement/locality-host-name',
  title: 'SubjectLocality gives a host name as address',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => insertBefore(xml, 'AuthnStatement/AuthnContext', locality) },
  breaks: ['authn-statement/subject-locality'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2.1',
      says: 'Address is the network address from which the principal logged in; it should be IPv4 in dotted decimals or IPv6 by RFC 3513.',
    },
  ],
});
