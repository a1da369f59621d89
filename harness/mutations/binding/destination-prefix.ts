import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/destination-prefix',
  title: 'The Destination begins with the right address',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => setAttribute(xml, 'Response', 'Destination', `${acsUrl}-of-other`),
  },
  breaks: ['response/destination'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message, and else discards it.',
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
