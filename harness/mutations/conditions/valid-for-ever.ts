import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'conditions/valid-for-ever',
  title: 'The assertion has no end',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'Conditions', 'NotOnOrAfter') },
  breaks: ['conditions/validity'],
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
