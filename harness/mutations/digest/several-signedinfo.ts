import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { elementText, insertAfter, setText } from '../kit/edit.ts';
import { personate } from '../kit/person.ts';
import { changeDigests } from '../kit/redigest.ts';

/** A copy of SignedInfo with the digest that fits, after the one that was signed. */
function double(xml: string, path: string, digest: string): string {
  const infoPath = path.replace('/Reference/DigestValue', '');
  const doubled = insertAfter(xml, infoPath, elementText(xml, infoPath));
  return setText(doubled, `${infoPath}[2]/Reference/DigestValue`, digest);
}

export default defineMutation({
  id: 'digest/several-signedinfo',
  title: 'Two SignedInfo: the signed one, then one with the digest of a changed assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => changeDigests(personate(xml, context), double) },
  breaks: ['attributes/value', 'response/schema', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureForm, refs.validateReference],
  cves: ['CVE-2025-29774'],
  attack: {
    against: 'sp',
    mechanism:
      'The victim is written into the signed element. The first SignedInfo is the genuine one, and verifies; the second one holds the digest that fits now.',
    weakness: ['several-signed-infos'],
  },
});
