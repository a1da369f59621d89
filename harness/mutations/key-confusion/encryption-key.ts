import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/encryption-key',
  title: 'Signed by a key that the metadata lists for encryption only',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('idp-encryption') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyDescriptor],
  attack: {
    against: 'sp',
    mechanism:
      'The key is in the identity provider’s metadata, but to encrypt for it: it is kept and used with less care than one that signs.',
    weakness: ['encryption-key-verifies'],
  },
});
