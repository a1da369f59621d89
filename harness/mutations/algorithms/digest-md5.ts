import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { signByAlgorithms } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/digest-md5',
  title: 'Truly signed by RSA-SHA256 over a digest by MD5',
  stage: 'after-signing',
  change: { on: 'response', apply: signByAlgorithms(ALG.rsaSha256, ALG.md5) },
  breaks: ['algorithms/digest'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.noMd5],
  attack: {
    against: 'sp',
    mechanism: 'The signature is strong and the digest in it is MD5.',
    weakness: ['md5-accepted'],
  },
});
