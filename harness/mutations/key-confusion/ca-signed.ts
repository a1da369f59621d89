import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/ca-signed',
  title: 'Signed by a certificate that the same authority issued to somebody else',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('same-authority') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyDescriptor, refs.keptKey],
  attack: {
    against: 'sp',
    mechanism:
      'The certificate in KeyInfo is one that the identity provider’s authority issued, for another customer. It works where a chain of certificates is trusted instead of a key.',
    weakness: ['authority-trusted'],
  },
});
