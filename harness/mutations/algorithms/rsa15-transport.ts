import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function encrypt(xml: string, context: MutationContext): string {
  const { put, genuine } = takeApart(xml, context);
  return put(encryptFor(context)(genuine, { transport: ALG.rsa15 }));
}

export default defineMutation({
  id: 'algorithms/rsa15-transport',
  title: 'A genuine signed assertion whose content key comes by RSA of PKCS #1 v1.5',
  stage: 'after-signing',
  change: { on: 'response', apply: encrypt },
  breaks: ['encryption/key-transport', 'encryption/recipient-key'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.rsa15Oracle],
  attack: {
    against: 'sp',
    mechanism:
      'The padding of the content key can be probed: a service provider which answers differently, or later, to bad padding decrypts for the attacker.',
    weakness: ['rsa15-accepted'],
    advisory: 'XML Encryption 1.0 demands it; it is broken only where the answers to bad padding differ.',
    needs: ['encryption', 'signed-assertion'],
  },
});
