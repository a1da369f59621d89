import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/keyinfo-same-subject',
  title: 'A stranger signs, with a certificate of the identity provider’s names and number',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('stranger-same-subject') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keptKey, refs.keyDescriptor],
  attack: {
    against: 'sp',
    mechanism:
      'The stranger’s certificate has subject, issuer and serial number of the genuine one. It works where certificates are compared by what they say of themselves.',
    weakness: ['keyinfo-by-subject'],
  },
});
