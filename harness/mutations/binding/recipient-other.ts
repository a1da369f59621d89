import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { elsewhere } from './_elsewhere.ts';

export default defineMutation({
  id: 'binding/recipient-other',
  title: 'The Recipient is another service provider’s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      setAttribute(xml, 'SubjectConfirmationData', 'Recipient', elsewhere(context).acsUrl),
  },
  breaks: ['subject/recipient'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that Recipient is the address of the assertion consumer service that got the message.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A message that was meant for another address, and fell into wrong hands there, is posted here.',
    weakness: ['recipient-not-checked'],
  },
});
