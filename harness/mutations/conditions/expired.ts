import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/expired',
  title: 'The assertion expired an hour ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(
        setAttribute(xml, 'Conditions', 'NotBefore', instant(now - 65 * minute)),
        'Conditions',
        'NotOnOrAfter',
        instant(now - 60 * minute),
      ),
  },
  breaks: ['conditions/early-start', 'conditions/not-on-or-after'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
});
