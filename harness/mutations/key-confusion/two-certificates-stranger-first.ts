import { defineMutation } from '../../model/mutation.ts';
import { x509Data } from '../../saml/write-signature.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/two-certificates-stranger-first',
  title: 'A stranger signs, and KeyInfo holds the stranger’s certificate, then the genuine one',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy('stranger', ({ idpCertificate, strangerCertificate }) =>
      x509Data(strangerCertificate, idpCertificate),
    ),
  },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyInfo],
  attack: {
    against: 'sp',
    mechanism: 'As with the genuine certificate first, for verifiers that take the first and compare any.',
    weakness: ['keyinfo-trusted'],
  },
});
