import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { instant } from '../kit/genuine-facts.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/presented-too-late',
  title: 'The response is presented six minutes after its issue',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts, { now }) =>
      changeAttempt(sts, 'role-choice', (attempt) => ({ ...attempt, askedAt: instant(now + 6 * 60_000) })),
  },
  breaks: ['aws/redeem-in-time'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('The response has to be used within five minutes of being issued.')],
  needsArtifacts: ['account'],
});
