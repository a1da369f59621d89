import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/valid-before-issue',
  title: 'The assertion is valid from half an hour before its issue',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'Conditions', 'NotBefore', instant(now - 30 * minute)),
  },
  breaks: ['conditions/early-start'],
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
