import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertFirst } from '../kit/edit.ts';
import { personate } from '../kit/person.ts';
import { changeDigests } from '../kit/redigest.ts';

/** Puts the digest that fits into a comment before the one that was signed. */
function hide(xml: string, path: string, digest: string): string {
  return insertFirst(xml, path, `<!--${digest}-->`);
}

export default defineMutation({
  id: 'digest/comment-in-value',
  title: 'A comment with the digest of a changed assertion stands inside the DigestValue',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => changeDigests(personate(xml, context), hide) },
  breaks: ['attributes/value', 'response/plain-values', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.digestValue, refs.validateReference],
  cves: ['CVE-2025-29775'],
  attack: {
    against: 'sp',
    mechanism:
      'The victim is written into the signed element, and the digest that fits it into a comment before the old one. Canonical SignedInfo has no comments, so that the signature verifies; a verifier that reads the first child of DigestValue reads the comment.',
    weakness: ['digest-after-comment'],
  },
});
