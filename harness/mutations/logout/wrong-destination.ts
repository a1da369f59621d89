import { defineMutation } from '../../model/mutation.ts';
import { elsewhere } from '../binding/_elsewhere.ts';
import { setAttribute } from '../kit/edit.ts';
import { changeSigned, whileVictimIsLoggedIn } from './_logout.ts';

export default defineMutation({
  id: 'logout/wrong-destination',
  title: 'A signed LogoutRequest for another service provider',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, context) =>
      changeSigned(request, context, (xml) =>
        setAttribute(xml, 'LogoutRequest', 'Destination', elsewhere(context).acsUrl),
      ),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'A signed message names the address that it is delivered to in Destination, and the recipient checks it.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A request that another service provider got is passed on to this one.',
    weakness: ['logout-not-checked'],
    needs: ['single-logout'],
    watch: 'session-ended',
    steps: whileVictimIsLoggedIn,
  },
});
