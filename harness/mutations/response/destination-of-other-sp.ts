import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/destination-of-other-sp',
  title: 'A Response made out to another service provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { acsUrl }) => setAttribute(xml, 'Response', 'Destination', `${acsUrl}/other`),
  },
  breaks: ['response/destination'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'The recipient verifies that Destination is the address it was sent to.',
    },
  ],
});
