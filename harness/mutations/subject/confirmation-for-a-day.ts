import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmation-for-a-day',
  title: 'The bearer confirmation lasts for a day',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'SubjectConfirmationData', 'NotOnOrAfter', instant(now + 24 * 60 * minute)),
  },
  breaks: ['subject/confirmation-lifetime'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'NotOnOrAfter limits the window during which the assertion can be delivered.',
    },
  ],
});
