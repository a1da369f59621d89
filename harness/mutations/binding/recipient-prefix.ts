import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/recipient-prefix',
  title: 'The Recipient begins with the right address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) =>
      setAttribute(xml, 'SubjectConfirmationData', 'Recipient', `${acsUrl}-of-other`),
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
    {
      assumption: 'URIs are compared as strings, exactly.',
      known:
        'Core 1.3.1 has strings compared byte by byte and 1.3.2 says nothing else of URIs; to forgive a difference in case, port or slash is to take another address.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A message that was meant for another address, and fell into wrong hands there, is posted here. A comparison of beginnings takes it for the right one.',
    weakness: ['address-by-prefix'],
  },
});
