import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/other-user',
  title: 'A signed LogoutRequest about somebody else',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      changeSigned(request, context, (xml) => setText(xml, 'LogoutRequest/NameID', context.self.nameId)),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.7.1',
      says: 'A LogoutRequest names the principal whose sessions end, and until when it may be obeyed.',
    },
    {
      document: 'saml-profiles',
      section: '4.4.4.1',
      says: 'The sender of a LogoutRequest authenticates itself, by a signature where the message goes through the browser, and Issuer is its identifier.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The request names the attacker and comes by the victim’s browser: only the attacker’s sessions may end.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
