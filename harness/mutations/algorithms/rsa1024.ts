import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'algorithms/rsa1024',
  title: 'Truly signed by an RSA key of 1,024 bits',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => signAgain(xml, { fill: bySigner(context, 'idp-short') }),
  },
  breaks: ['algorithms/key-size', 'signature/key'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyLength],
  attack: {
    against: 'sp',
    mechanism:
      'A genuine message is signed by a key that the service provider trusts and that is too short to be trusted.',
    weakness: ['short-keys-accepted'],
    advisory:
      'Whoever configured the key decided to trust it; that it is too short is NIST’s word, not SAML’s.',
  },
});
