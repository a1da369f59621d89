import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmation-expired',
  title: 'The bearer confirmation ended an hour ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'SubjectConfirmationData', 'NotOnOrAfter', instant(now - 60 * minute)),
  },
  breaks: ['subject/confirmation-expiry'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider verifies that NotOnOrAfter has not passed.',
    },
  ],
});
