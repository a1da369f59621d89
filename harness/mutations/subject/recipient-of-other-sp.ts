import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/recipient-of-other-sp',
  title: 'The Recipient is the ACS URL of another service provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'SubjectConfirmationData', 'Recipient', 'https://other-sp.example/saml/acs'),
  },
  breaks: ['subject/recipient'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Recipient contains the URL of the assertion consumer service that the assertion is delivered to.',
    },
  ],
});
