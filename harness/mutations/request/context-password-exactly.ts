import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const context =
  `<samlp:RequestedAuthnContext xmlns:samlp="${NS.samlp}" Comparison="exact">` +
  `<saml:AuthnContextClassRef xmlns:saml="${NS.saml}">urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport` +
  '</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>';

export default defineMutation({
  id: 'request/context-password-exactly',
  title: 'An AuthnRequest that demands a password',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => insertInto(xml, 'AuthnRequest', context) },
  breaks: ['request/authn-context', 'authn-statement/requested-context'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'By "exact", which is the default, the context of the login is one of those named; else the answer is an error, such as NoAuthnContext.',
    },
  ],
});
