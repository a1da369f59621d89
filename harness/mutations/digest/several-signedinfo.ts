import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertBefore, setText } from '../kit/edit.ts';

const target = 'Assertion/Signature/SignedInfo';

function addSignedInfo(xml: string): string {
  const twice = insertBefore(xml, target, elementText(xml, target));
  return setText(twice, `${target}[1]/Reference/DigestValue`, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');
}

export default defineMutation({
  id: 'signature/two-signed-infos',
  title: 'A second SignedInfo stands before the signed one',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: addSignedInfo,
  },
  breaks: ['response/schema', 'signature/form'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.2',
      says: 'A Signature holds one SignedInfo, one SignatureValue, one KeyInfo at most, and Objects.',
    },
  ],
  cves: ['CVE-2025-29774'],
});
