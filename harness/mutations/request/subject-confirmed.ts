import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';

const subject =
  `<saml:Subject xmlns:saml="${NS.saml}"><saml:NameID>ana@example.com</saml:NameID>` +
  '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"/></saml:Subject>';

export default defineMutation({
  id: 'request/subject-confirmed',
  title: 'An AuthnRequest whose Subject has a SubjectConfirmation',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => insertAfter(xml, 'Issuer', subject) },
  breaks: ['request/subject-confirmation'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'A Subject in the request, where there is one, must not hold any SubjectConfirmation.',
    },
  ],
});
