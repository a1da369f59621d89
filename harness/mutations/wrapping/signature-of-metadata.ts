import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { extensions, forgeResponse } from '../kit/take-apart.ts';
import { signedMetadata } from './_documents.ts';

function wrap(xml: string, context: MutationContext): string {
  const forged = forgeResponse(xml, context);
  return insertBefore(forged, 'Response/Status', extensions(signedMetadata(xml, context)));
}

export default defineMutation({
  id: 'wrapping/signature-of-metadata',
  title: 'Signed metadata of the identity provider in the Extensions of a forged Response',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/extensions',
    'signature/coverage',
    'signature/placement',
    'signature/presence',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2024-6800'],
  attack: {
    against: 'sp',
    mechanism:
      'Many identity providers publish signed metadata, so that nobody has to log in to have a document that they signed. It stands in Extensions, and its signature is the only one.',
    weakness: ['any-signature-counts'],
  },
});
