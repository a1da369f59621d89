import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'algorithms/none',
  title: 'The signature claims an algorithm that does not exist',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(
        xml,
        'Assertion/Signature/SignedInfo/SignatureMethod',
        'Algorithm',
        'http://www.w3.org/2001/04/xmldsig-more#none',
      ),
  },
  breaks: ['algorithms/public-key'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'xmldsig', section: 'Version 1.1, 6.1', says: 'An algorithm is named by a URI.' }],
});
