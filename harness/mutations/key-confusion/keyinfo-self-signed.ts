import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/keyinfo-self-signed',
  title: 'A stranger signs, and brings the certificate along in KeyInfo',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('stranger') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyInfo],
  cves: ['CVE-2024-32962'],
  attack: {
    against: 'sp',
    mechanism:
      'A message about the victim is signed by a key that the attacker made, with its certificate in KeyInfo. It verifies by what it brings along.',
    weakness: ['keyinfo-trusted'],
  },
});
