import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { setText } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';
import { redigest } from '../kit/redigest.ts';

/** Empties the value of every signature of the message. */
function empty(xml: string): string {
  return signedPaths(xml).reduce((text, path) => setText(text, `${path}/Signature/SignatureValue`, ''), xml);
}

export default defineMutation({
  id: 'signature-missing/empty-value',
  title: 'The SignatureValue is empty, and another person is named',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => empty(redigest(personate(xml, context))) },
  breaks: ['attributes/value', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureValue, refs.validateSignature],
  attack: {
    against: 'sp',
    mechanism:
      'The digest fits the changed content and the SignatureValue is empty, for verifiers that pass over what is not there.',
    weakness: ['empty-signature-passes'],
  },
});
