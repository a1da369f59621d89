import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { insertSignature } from '../kit/forge.ts';
import { extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const hidden = insertBefore(put(evil), 'Response/Status', extensions(unsigned));
  return insertSignature(hidden, 'Response', signature);
}

export default defineMutation({
  id: 'wrapping/lifted-signature',
  title: 'The genuine signature at the Response, its assertion in Extensions, a forged one in its place',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/extensions',
    'signature/reference',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2025-47949'],
  attack: {
    against: 'sp',
    mechanism:
      'The signature is lifted to the Response and refers to the genuine assertion, hidden in Extensions. A service provider that has verified the signature of the Response reads its only assertion, which is forged.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
