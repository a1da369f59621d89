import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { childOf, childrenOf, locate } from '../../saml/tree.ts';

export default defineCheck({
  id: 'request/subject-confirmation',
  title: {
    holds: 'The AuthnRequest names a subject, if any, without a SubjectConfirmation',
    fails: 'The Subject of the AuthnRequest contains a SubjectConfirmation',
  },
  why: 'The web browser profile forbids it, and strict identity providers refuse the request.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → login hint',
    change: 'Send the login hint as a NameID only.',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'A Subject in the request, where there is one, must not hold any SubjectConfirmation.',
    },
  ],
  messages: { present: 'The Subject contains a SubjectConfirmation; it may hold a NameID only.' },
  applies: ({ request: { element } }) =>
    (element !== undefined && childOf(element, NS.saml, 'Subject') !== undefined) ||
    'The request names no subject.',
  run: ({ request: { document, element } }) => {
    const subject = element && childOf(element, NS.saml, 'Subject');
    return (subject ? childrenOf(subject, NS.saml, 'SubjectConfirmation') : []).map((confirmation) => ({
      message: 'present',
      expected: 'no SubjectConfirmation',
      observed: 'a SubjectConfirmation',
      where: locate('request', confirmation, document),
    }));
  },
});
