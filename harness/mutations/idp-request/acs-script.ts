import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/acs-script',
  title: 'The answer is wanted at a script address',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) =>
      setAttribute(xml, 'AuthnRequest', 'AssertionConsumerServiceURL', 'javascript:alert(document.domain)//'),
  },
  breaks: ['request/acs'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider makes sure that the address it is asked to answer to belongs to the requester.',
    },
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  cves: ['CVE-2023-45683'],
  attack: {
    against: 'idp',
    mechanism:
      'The form that carries the answer runs the attacker’s code in the identity provider’s own origin.',
    weakness: ['request-acs-not-checked'],
  },
});
