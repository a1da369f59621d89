import { defineMutation } from '../../model/mutation.ts';
import { elsewhere } from '../binding/_elsewhere.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/issuer-of-other-known',
  title: 'The Issuer is another service provider that the identity provider knows',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, context) => setText(xml, 'AuthnRequest/Issuer', elsewhere(context).entityId),
  },
  breaks: ['request/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider makes sure that the address it is asked to answer to belongs to the requester.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'The person’s attributes for one service provider are sent to the address of another.',
    weakness: ['request-acs-not-checked'],
    needs: ['other-sp'],
  },
});
