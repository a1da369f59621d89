import { defineMutation } from '../../model/mutation.ts';
import { instant } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/window-of-no-length',
  title: 'The assertion ends at the instant at which it begins',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(
        setAttribute(xml, 'Conditions', 'NotBefore', instant(now + 1000)),
        'Conditions',
        'NotOnOrAfter',
        instant(now + 1000),
      ),
  },
  breaks: ['conditions/window'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.5.1.2', says: 'NotBefore is earlier than NotOnOrAfter.' }],
});
