import { defineMutation } from '../../model/mutation.ts';
import { x509Data } from '../../saml/write-signature.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/two-certificates',
  title: 'A stranger signs, and KeyInfo holds the genuine certificate, then the stranger’s',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy('stranger', ({ idpCertificate, strangerCertificate }) =>
      x509Data(idpCertificate, strangerCertificate),
    ),
  },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyInfo],
  attack: {
    against: 'sp',
    mechanism:
      'One certificate of KeyInfo is compared with the trusted one, and another one verifies the signature.',
    weakness: ['keyinfo-trusted'],
  },
});
