import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/login-csrf-over-session',
  title: 'The attacker’s own response replaces the victim’s session',
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
      'The victim is logged in; a page of the attacker’s posts the attacker’s own response, and the session changes its owner without a word.',
    weakness: ['in-response-to-any-session', 'session-replaced-silently'],
    needs: ['sp-initiated'],
    steps: [
      { step: 'log-in', jar: 'victim', as: 'victim' },
      { step: 'start', jar: 'own' },
      { step: 'send', jar: 'victim', message: 'forged', madeFor: 'own' },
    ],
  },
});
