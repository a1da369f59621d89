import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/retired',
  title: 'Signed by the key that was removed at the rollover',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('idp-retired') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.keyDescriptor],
  attack: {
    against: 'sp',
    mechanism:
      'The key was the identity provider’s until it was replaced, and its metadata no longer lists it.',
    weakness: ['retired-key-kept'],
  },
});
