import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { authenticateVictim } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/hmac-empty',
  title: 'An HMAC with an empty secret',
  stage: 'after-signing',
  change: { on: 'response', apply: authenticateVictim(() => '') },
  breaks: ['algorithms/public-key', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.sharedSecret],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureMethod is HMAC-SHA256 with no secret at all, for verifiers that have none for this algorithm and take the empty one.',
    weakness: ['hmac-empty-key'],
  },
});
