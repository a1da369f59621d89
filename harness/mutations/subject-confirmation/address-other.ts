import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/address-other',
  title: 'The bearer confirmation is for another network address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmationData', 'Address', '203.0.113.99'),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1.2',
      says: 'Address is the network address from which the assertion may be presented.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'A service provider may check the Address against the browser’s.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider saw the person at another address than the one that the message comes from: it was carried off.',
    weakness: ['address-not-checked'],
    advisory:
      'SAML Profiles 4.1.4.3 says that a service provider may check Address; behind proxies and NAT the addresses differ by right.',
  },
});
