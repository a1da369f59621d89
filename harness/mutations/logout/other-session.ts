import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/other-session',
  title: 'A signed LogoutRequest about another session of the victim',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      changeSigned(request, context, (xml) =>
        setText(xml, 'SessionIndex', '_00112233445566778899aabbccddeeff00112233'),
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '3.7.3.1', says: 'With a SessionIndex only that session ends.' }],
  attack: {
    against: 'sp',
    mechanism: 'The request names a session that ended long ago, and not the one that is open.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
