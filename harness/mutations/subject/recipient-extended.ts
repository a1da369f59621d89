import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/recipient-extended',
  title: 'The Recipient is the ACS URL with a path added',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => setAttribute(xml, 'SubjectConfirmationData', 'Recipient', `${acsUrl}/..`),
  },
  breaks: ['subject/recipient'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider verifies that Recipient matches the URL at which it received the Response.',
    },
  ],
});
