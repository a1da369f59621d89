import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { signByAlgorithms } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/md5',
  title: 'Truly signed by RSA-MD5 over a digest by MD5',
  stage: 'after-signing',
  change: { on: 'response', apply: signByAlgorithms(ALG.rsaMd5, ALG.md5) },
  breaks: ['algorithms/digest', 'algorithms/signature'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.noMd5],
  attack: {
    against: 'sp',
    mechanism:
      'A genuine message is signed by the identity provider’s own key, but with MD5, for which collisions take seconds.',
    weakness: ['md5-accepted'],
  },
});
