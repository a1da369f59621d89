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
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.4.3.6',
      says: 'DigestValue holds the digest, in base64.',
    },
  ],
  cves: ['CVE-2025-29775'],
});
