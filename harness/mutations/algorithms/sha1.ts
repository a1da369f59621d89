import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { signByAlgorithms } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/sha1',
  title: 'Truly signed by RSA-SHA1 over a digest by SHA-1',
  stage: 'after-signing',
  change: { on: 'response', apply: signByAlgorithms(ALG.rsaSha1, ALG.sha1) },
  breaks: ['algorithms/digest', 'algorithms/signature'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.noSha1],
  attack: {
    against: 'sp',
    mechanism:
      'A genuine message is signed by the identity provider’s own key, but with SHA-1, for which collisions are made to order.',
    weakness: ['sha1-accepted'],
    advisory:
      'SAML’s own conformance document demands RSA-SHA1; that it is not to be used any more is NIST’s word, not SAML’s.',
  },
});
