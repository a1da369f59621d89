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
    { document: 'saml-core', section: '2.4.1.2', says: 'Address is a network address in numeric form.' },
  ],
});
