import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function encrypt(xml: string, context: MutationContext): string {
  const { put, genuine } = takeApart(xml, context);
  return put(encryptFor(context)(genuine, { block: ALG.aes256Cbc }));
}

export default defineMutation({
  id: 'algorithms/cbc-encryption',
  title: 'A genuine signed assertion encrypted by AES-CBC',
  stage: 'after-signing',
  change: { on: 'response', apply: encrypt },
  breaks: ['encryption/content', 'encryption/recipient-key'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.cbcOracle],
  attack: {
    against: 'sp',
    mechanism:
      'The content has no protection of its integrity, so that a service provider which answers differently to broken content gives the assertion away, block by block.',
    weakness: ['cbc-accepted'],
    advisory: 'XML Encryption demands AES-CBC; it is broken only where the answers to broken content differ.',
    needs: ['encryption', 'signed-assertion'],
  },
});
