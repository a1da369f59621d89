import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/context-unattainable',
  title: 'The request wants an authentication that nobody offers',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) =>
      insertInto(
        xml,
        'AuthnRequest',
        `<samlp:RequestedAuthnContext xmlns:samlp="${NS.samlp}" Comparison="exact"><saml:AuthnContextClassRef xmlns:saml="${NS.saml}">` +
          'urn:example:ac:classes:InPerson</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>',
      ),
  },
  breaks: ['authn-statement/requested-context'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.3.2.2.1',
      says: 'By "exact" the context of the login is one of those named; else the answer is an error, such as NoAuthnContext.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A service provider that gets an answer believes that its condition was met.',
    weakness: ['context-ignored'],
  },
});
