import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/wrong-issuer',
  title: 'A signed LogoutRequest whose Issuer is another identity provider',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      changeSigned(request, context, (xml) =>
        setText(xml, 'LogoutRequest/Issuer', context.otherIdpEntityId ?? 'https://other-idp.example/saml'),
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
    mechanism: 'One identity provider ends sessions that another one began.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
