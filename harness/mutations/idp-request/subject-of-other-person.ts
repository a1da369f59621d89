import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { escapeXml, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/subject-of-other-person',
  title: 'The request names the victim',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { victim }) =>
      insertAfter(
        xml,
        'AuthnRequest/Issuer',
        `<saml:Subject xmlns:saml="${NS.saml}"><saml:NameID>${escapeXml(victim.nameId)}</saml:NameID></saml:Subject>`,
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1.4',
      says: 'The assertion is about the Subject of the request, if the person who logged in is that one; else the answer is an error.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'An identity provider that answers about the person whom the request names lets anyone log in as anyone.',
    weakness: ['request-subject-trusted'],
  },
});
