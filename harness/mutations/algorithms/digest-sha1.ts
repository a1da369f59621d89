import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { signByAlgorithms } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/digest-sha1',
  title: 'Truly signed by RSA-SHA256 over a digest by SHA-1',
  stage: 'after-signing',
  change: { on: 'response', apply: signByAlgorithms(ALG.rsaSha256, ALG.sha1) },
  breaks: ['algorithms/digest'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.noSha1],
  attack: {
    against: 'sp',
    mechanism:
      'The signature is strong and the digest in it is SHA-1: two messages with that digest share the signature.',
    weakness: ['sha1-accepted'],
    advisory: 'XML Signature demands SHA-1; that it is not to be used any more is NIST’s word, not SAML’s.',
  },
});
