import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';
import { changeSigned } from './_logout.ts';

export default defineMutation({
  id: 'logout/replayed',
  title: 'A used LogoutRequest is sent again in the next session',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) => changeSigned(request, context, (xml) => removeElement(xml, 'SessionIndex')),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.4.4.1',
      says: 'The sender of a LogoutRequest authenticates itself, by a signature where the message goes through the browser, and Issuer is its identifier.',
    },
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is given to one message only; one that comes twice was copied.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'The request that ended one session lies in the browser’s history, and ends the next one.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: [
      { step: 'log-in', jar: 'victim', as: 'victim' },
      { step: 'send-logout', jar: 'victim', message: 'forged' },
      { step: 'log-in', jar: 'victim', as: 'victim' },
      { step: 'send-logout', jar: 'victim', message: 'again' },
    ],
  },
});
