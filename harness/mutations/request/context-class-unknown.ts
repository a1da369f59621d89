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
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'RequestedAuthnContext limits how the person may log in.',
    },
  ],
});
