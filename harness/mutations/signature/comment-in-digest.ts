import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/comment-in-digest',
  title: 'A comment with a forged digest stands inside the DigestValue',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      replaceElement(xml, 'Assertion/Signature/SignedInfo/Reference/DigestValue', (element) =>
        element.replace('>', '><!--AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=-->'),
      ),
  },
  breaks: ['response/plain-values', 'signature/form'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'xmldsig', section: '4', says: 'DigestValue holds the digest and nothing else.' }],
  cves: ['CVE-2025-29775'],
});
