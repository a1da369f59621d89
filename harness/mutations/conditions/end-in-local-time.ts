import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/end-in-local-time',
  title: 'The end of the validity is written with an offset',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'Conditions', 'NotOnOrAfter', instant(now + 65 * minute).replace('Z', '+01:00')),
  },
  breaks: ['conditions/instants'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'A time is expressed in UTC.' }],
});
