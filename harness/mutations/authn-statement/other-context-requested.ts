import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const requested =
  `<samlp:RequestedAuthnContext xmlns:samlp="${NS.samlp}" Comparison="exact">` +
  `<saml:AuthnContextClassRef xmlns:saml="${NS.saml}">urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef>` +
  '</samlp:RequestedAuthnContext>';

export default defineMutation({
  id: 'authn-statement/other-context-requested',
  title: 'The request demands the context of a certificate',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => insertInto(xml, 'AuthnRequest', requested) },
  breaks: ['authn-statement/requested-context'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'By "exact" the context matches one of those asked for.',
    },
  ],
  needsArtifacts: ['request'],
});
