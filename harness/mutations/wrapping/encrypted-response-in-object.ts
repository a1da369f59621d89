import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { findIn, replaceElement, rootOf } from '../kit/edit.ts';
import {
  afterIssuer,
  insideSignature,
  signatureObject,
  standalone,
  takeResponseApart,
} from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { unsigned, signature, evil } = takeResponseApart(xml, context);
  const root = rootOf(evil);
  const assertion = standalone(evil, root, findIn(root, 'Response/Assertion'));
  const encrypted = replaceElement(evil, 'Response/Assertion', () => encryptFor(context)(assertion));
  return afterIssuer(encrypted, insideSignature(signature, signatureObject(unsigned)));
}

export default defineMutation({
  id: 'wrapping/encrypted-response-in-object',
  title: 'A forged Response with an encrypted assertion, the original in an Object of its Signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['encryption/recipient-key', 'signature/form', 'signature/stray-messages'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.encryptedAssertion, refs.noObject],
  cves: ['CVE-2024-4985', 'CVE-2024-9487'],
  attack: {
    against: 'sp',
    mechanism:
      'The genuine signature refers to the original Response, in its Object. The forged one holds an encrypted assertion that nobody signed, and that nobody looks into before it is decrypted.',
    weakness: ['encrypted-read-unverified', 'any-signature-counts'],
    needs: ['encryption', 'signed-response'],
  },
});
