import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from '../time/_bounds.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/expired',
  title: 'A signed LogoutRequest that expired six minutes ago',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      changeSigned(request, context, (xml) =>
        setAttribute(xml, 'LogoutRequest', 'NotOnOrAfter', instant(context.now - 6 * minute)),
      ),
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
      assumption: 'Clocks may differ by five minutes, and by no more.',
      known: 'SAML names no number; products allow between none and five minutes.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A request out of a log or a history ends a session that began after it.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
