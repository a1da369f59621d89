import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/open-to-a-stranger',
  title: 'STS gives credentials where it was to refuse them',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeAttempt(sts, 'credentials', (attempt) => ({ ...attempt, expected: 'AccessDenied' })),
  },
  breaks: ['aws/answer-expected'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('Whoever the trust policy does not allow gets AccessDenied.')],
  needsArtifacts: ['account'],
});
