import { defineMutation } from '../../model/mutation.ts';
import { x509Data } from '../../saml/write-signature.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/genuine-certificate',
  title: 'A stranger signs, with the genuine certificate in KeyInfo',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy('stranger', ({ idpCertificate }) => x509Data(idpCertificate)),
  },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateSignature, refs.keptKey],
  attack: {
    against: 'sp',
    mechanism:
      'KeyInfo holds the certificate that the service provider trusts, and the signature is not by its key. It works where the certificate is compared and the value is not verified.',
    weakness: ['value-not-verified'],
  },
});
