import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { keyValueOf } from './_certificates.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/key-value',
  title: 'A stranger signs, and brings a bare key along in KeyInfo',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: signVictimBy('stranger', ({ strangerCertificate }) => keyValueOf(strangerCertificate)),
  },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyInfo],
  cves: ['CVE-2021-21239'],
  attack: {
    against: 'sp',
    mechanism:
      'KeyInfo holds an RSA key without a certificate, which some verifiers take although they look at certificates.',
    weakness: ['keyinfo-trusted'],
  },
});
