import { defineMutation } from '../../model/mutation.ts';
import { x509Data } from '../../saml/write-signature.ts';
import { refs } from '../kit/attack-refs.ts';
import { keyValueOf } from './_certificates.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/two-kinds-of-key',
  title: 'A stranger signs, and KeyInfo holds the stranger’s bare key and the genuine certificate',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy(
      'stranger',
      ({ idpCertificate, strangerCertificate }) => keyValueOf(strangerCertificate) + x509Data(idpCertificate),
    ),
  },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyInfo],
  cves: ['CVE-2019-1006'],
  attack: {
    against: 'sp',
    mechanism:
      'The signature is verified by the first key of KeyInfo that can be read, and the sender is told by the certificate beside it.',
    weakness: ['keyinfo-trusted'],
  },
});
