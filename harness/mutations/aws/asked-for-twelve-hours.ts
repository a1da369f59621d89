import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/asked-for-twelve-hours',
  title: 'A tool asks for a longer session than the role gives',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) => changeAttempt(sts, 'credentials', (attempt) => ({ ...attempt, durationSeconds: 43_200 })),
  },
  breaks: ['aws/request-duration'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('DurationSeconds is at most the maximum of the role.')],
  needsArtifacts: ['account'],
});
