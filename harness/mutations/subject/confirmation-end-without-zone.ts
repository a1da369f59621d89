import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/confirmation-end-without-zone',
  title: 'The end of the bearer confirmation has no time zone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(
        xml,
        'SubjectConfirmationData',
        'NotOnOrAfter',
        instant(now + 5 * minute).replace('Z', ''),
      ),
  },
  breaks: ['subject/instants'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'A time is expressed in UTC.' }],
});
