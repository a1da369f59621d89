import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const context =
  `<samlp:RequestedAuthnContext xmlns:samlp="${NS.samlp}" Comparison="minimum">` +
  `<saml:AuthnContextClassRef xmlns:saml="${NS.saml}">urn:oasis:names:tc:SAML:2.0:ac:classes:Biometric` +
  '</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>';

export default defineMutation({
  id: 'request/context-class-unknown',
  title: 'An AuthnRequest that asks for a class that the standard does not have',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => insertInto(xml, 'AuthnRequest', context) },
  breaks: ['request/authn-context'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-authn-context',
      section: '3.4',
      says: 'The classes are named by URIs under one prefix; Password (3.4.8) and PasswordProtectedTransport (3.4.9) mean that a password was presented.',
    },
  ],
});
