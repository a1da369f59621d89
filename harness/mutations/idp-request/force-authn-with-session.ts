import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/force-authn-with-session',
  title: 'A request for a new login comes with a session',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true') },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'With ForceAuthn the identity provider authenticates the person afresh and does not rely on an earlier session.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The service provider wants to be sure that the person is there now; an answer out of the session says nothing of that.',
    weakness: ['force-authn-ignored'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send', jar: 'own', message: 'forged' },
    ],
  },
});
