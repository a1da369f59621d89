import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { elementText, insertAfter, setText } from '../kit/edit.ts';
import { personate } from '../kit/person.ts';
import { changeDigests } from '../kit/redigest.ts';

/** A copy of SignedInfo with the digest that fits, before the one that was signed. */
function double(xml: string, path: string, digest: string): string {
  const infoPath = path.replace('/Reference/DigestValue', '');
  const doubled = insertAfter(xml, infoPath, elementText(xml, infoPath));
  return setText(doubled, `${infoPath}[1]/Reference/DigestValue`, digest);
}

export default defineMutation({
  id: 'digest/several-signedinfo-forged-first',
  title: 'Two SignedInfo: one with the digest of a changed assertion, then the signed one',
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
      'As with the genuine one first, for verifiers that take the last SignedInfo and compare the first digest.',
    weakness: ['several-signed-infos'],
  },
});
