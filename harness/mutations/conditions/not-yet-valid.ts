import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/not-yet-valid',
  title: 'The assertion is valid from an hour from now',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(
        setAttribute(xml, 'Conditions', 'NotBefore', instant(now + 60 * minute)),
        'Conditions',
        'NotOnOrAfter',
        instant(now + 65 * minute),
      ),
  },
  breaks: ['conditions/not-before'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
});
