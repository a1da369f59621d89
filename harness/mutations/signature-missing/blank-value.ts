import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { setContent } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';
import { redigest } from '../kit/redigest.ts';

function blank(xml: string): string {
  return signedPaths(xml).reduce(
    (text, path) => setContent(text, `${path}/Signature/SignatureValue`, '\n  \t'),
    xml,
  );
}

export default defineMutation({
  id: 'signature-missing/blank-value',
  title: 'The SignatureValue is white space, and another person is named',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => blank(redigest(personate(xml, context))) },
  breaks: ['attributes/value', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureValue, refs.validateSignature],
  attack: {
    against: 'sp',
    mechanism:
      'The digest fits the changed content and the SignatureValue is nothing but white space, which decodes to no bytes.',
    weakness: ['empty-signature-passes'],
  },
});
