import { defineMutation } from '../../model/mutation.ts';
import { attributeOf, setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/reference-to-response',
  title: 'The signature in the assertion refers to the Response',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        xml,
        'Assertion/Signature/SignedInfo/Reference',
        'URI',
        `#${attributeOf(xml, 'Response', 'ID')}`,
      ),
  },
  breaks: ['signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '5.4.2',
      says: 'A signature has one Reference, to the ID of the element that it stands in.',
    },
  ],
});
