import { defineMutation } from '../../model/mutation.ts';
import { unsolicited } from './_answers.ts';

export default defineMutation({
  id: 'binding/unsolicited-when-off',
  title: 'A response that nobody asked for',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => unsolicited(xml) },
  breaks: ['response/in-response-to', 'subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.5',
      says: 'An unsolicited response has no InResponseTo, also none in its bearer confirmations.',
    },
    {
      document: 'owasp',
      section:
        'SAML Security Cheat Sheet, Unsolicited Response (ie. IdP Initiated SSO) Considerations for Service Providers',
      says: 'Unsolicited responses are open to login CSRF by design; where they are not needed they are switched off.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Where logins always begin at the service provider, a response without a request comes from someone else.',
    weakness: ['unsolicited-accepted'],
    needs: ['sp-initiated', 'unsolicited-off'],
  },
});
