import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { elsewhere } from './_elsewhere.ts';

export default defineMutation({
  id: 'binding/destination-other',
  title: 'The Destination is another service provider’s',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => setAttribute(xml, 'Response', 'Destination', elsewhere(context).acsUrl),
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
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A message that was meant for another address, and fell into wrong hands there, is posted here.',
    weakness: ['destination-not-checked'],
  },
});
