import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/login-csrf',
  title: 'The attacker’s own response is posted into the victim’s browser',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => ({
      ...request,
      headers: {
        ...request.headers,
        origin: 'https://attacker.example',
        referer: 'https://attacker.example/',
        'sec-fetch-site': 'cross-site',
      },
    }),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that InResponseTo of the bearer confirmation is the ID of its own AuthnRequest.',
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
      'A page of the attacker’s posts the answer to the attacker’s own login from the victim’s browser; what the victim does from then on is done in the attacker’s account.',
    weakness: ['in-response-to-any-session'],
    needs: ['sp-initiated'],
    steps: [
      { step: 'start', jar: 'own' },
      { step: 'send', jar: 'victim', message: 'forged', madeFor: 'own' },
    ],
  },
});
