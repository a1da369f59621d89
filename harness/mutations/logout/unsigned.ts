import { defineMutation } from '../../model/mutation.ts';
import { changeUnsigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/unsigned',
  title: 'A LogoutRequest that nobody signed',
  stage: 'in-transit',
  change: { on: 'acs-request', apply: (request) => changeUnsigned(request, (xml) => xml) },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.4.4.1',
      says: 'The sender of a LogoutRequest authenticates itself, by a signature where the message goes through the browser, and Issuer is its identifier.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Anybody who gets the victim’s browser to send a form ends the victim’s session.',
    weakness: ['logout-unsigned'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
