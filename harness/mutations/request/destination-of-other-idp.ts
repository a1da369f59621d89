import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/destination-of-other-idp',
  title: 'An AuthnRequest made out to another identity provider',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'Destination', 'https://other.1kosmos.net/saml/sso'),
  },
  breaks: ['request/destination'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.1',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A request that another identity provider got is passed on to this one.',
    weakness: ['destination-not-checked'],
  },
});
