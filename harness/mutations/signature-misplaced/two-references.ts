import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/two-references',
  title: 'SignedInfo has a second Reference',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertAfter(
        xml,
        'Assertion/Signature/SignedInfo/Reference',
        elementText(xml, 'Assertion/Signature/SignedInfo/Reference'),
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
