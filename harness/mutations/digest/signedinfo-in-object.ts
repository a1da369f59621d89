import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, elementText, insertBefore, setAttribute, setText } from '../kit/edit.ts';
import { digestOf } from '../kit/redigest.ts';
import { afterIssuer, extensions, signatureObject, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const id = attributeOf(evil, 'Assertion', 'ID');
  const infoPath = 'Signature/SignedInfo';
  const renamed = setAttribute(signature, `${infoPath}/Reference`, 'URI', `#${id}`);
  const digest = digestOf(afterIssuer(evil, renamed), 'Assertion');
  const forged = elementText(setText(renamed, `${infoPath}/Reference/DigestValue`, digest), infoPath);
  const doubled = insertBefore(signature, infoPath, signatureObject(forged));
  return insertBefore(put(afterIssuer(evil, doubled)), 'Response/Status', extensions(unsigned));
}

export default defineMutation({
  id: 'digest/signedinfo-in-object',
  title: 'A second SignedInfo, within an Object before the signed one, fits the forged assertion',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/extensions',
    'response/schema',
    'signature/form',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureForm, refs.noObject, refs.oneReference],
  cves: ['CVE-2025-29774'],
  attack: {
    against: 'sp',
    mechanism:
      'The genuine SignedInfo is a child of the signature, and verifies. Who looks for SignedInfo at any depth finds the forged one first, and takes its Reference for what was signed; the genuine assertion is in the Extensions, so that both digests are right.',
    weakness: ['several-signed-infos', 'any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
