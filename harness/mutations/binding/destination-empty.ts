import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/destination-empty',
  title: 'The Destination is empty',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Response', 'Destination', '') },
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
    mechanism: 'A target that checks the Destination only where it is not empty does not check this one.',
    weakness: ['destination-not-checked'],
  },
});
