import { defineMutation } from '../../model/mutation.ts';
import { messageOf, withMessage } from '../binding/_post.ts';
import { escapeXml, replaceText, setText } from '../kit/edit.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/changed-after-signing',
  title: 'A LogoutRequest changed after it was signed',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      withMessage(
        request,
        replaceText(
          messageOf(
            changeSigned(request, context, (xml) => setText(xml, 'NameID', context.self.nameId)),
            'SAMLRequest',
          ),
          escapeXml(context.self.nameId),
          escapeXml(context.victim.nameId),
        ),
        'SAMLRequest',
      ),
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
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Anybody who gets the victim’s browser to send a form ends the victim’s session. The signature is genuine and belongs to a request about somebody else.',
    weakness: ['logout-unsigned'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
