import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { elementText, removeElement } from '../kit/edit.ts';
import { insertSignature, signedPaths } from '../kit/forge.ts';
import { forgeResponse, insideSignature, signatureObject } from '../kit/take-apart.ts';
import { signedMetadata } from './_documents.ts';

function wrap(xml: string, context: MutationContext): string {
  const metadata = signedMetadata(xml, context);
  const signature = elementText(metadata, 'EntityDescriptor/Signature');
  const unsigned = removeElement(metadata, 'EntityDescriptor/Signature');
  const [place = 'Response'] = signedPaths(xml);
  const whole = insideSignature(signature, signatureObject(unsigned));
  return insertSignature(forgeResponse(xml, context), place, whole);
}

export default defineMutation({
  id: 'wrapping/signature-of-metadata-lifted',
  title: 'The signature of published metadata in a forged message, the metadata in its Object',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['attributes/value', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.absolutePaths, refs.noObject],
  cves: ['CVE-2024-6800'],
  attack: {
    against: 'sp',
    mechanism:
      'The signature stands where one belongs and refers to the metadata, which has been put into its Object.',
    weakness: ['any-signature-counts'],
  },
});
