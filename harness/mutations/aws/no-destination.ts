import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'aws/no-destination',
  title: 'The Response has no Destination',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => removeAttribute(xml, 'Response', 'Destination'),
  },
  breaks: ['aws/destination'],
  hostile: false,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Destination is the address that the response is sent to.',
    },
  ],
  needsArtifacts: ['account'],
});
