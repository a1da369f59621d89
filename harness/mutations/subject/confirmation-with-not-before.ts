import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmation-with-not-before',
  title: 'The bearer confirmation has a NotBefore',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'SubjectConfirmationData', 'NotBefore', instant(now - minute)),
  },
  breaks: ['subject/confirmation-not-before'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The data of a bearer confirmation does not contain a NotBefore attribute.',
    },
  ],
});
