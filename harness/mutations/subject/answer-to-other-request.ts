import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/answer-to-other-request',
  title: 'The bearer confirmation answers another request',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'SubjectConfirmationData', 'InResponseTo', '_e1f0c2d3b4a5968778695a4b3c2d1e0f'),
  },
  breaks: ['subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'InResponseTo of the bearer confirmation matches the ID of the request.',
    },
  ],
});
