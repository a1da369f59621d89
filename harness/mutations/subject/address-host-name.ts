import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/address-host-name',
  title: 'The Address of the bearer is a host name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setAttribute(xml, 'SubjectConfirmationData', 'Address', 'laptop-17.acme.example'),
  },
  breaks: ['subject/address'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1.2',
      says: 'Address is the network address from which the assertion may be presented; it should be IPv4 in dotted decimals or IPv6 by RFC 3513.',
    },
  ],
});
