import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/refused-by-sts',
  title: 'STS refuses the response',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeAttempt(sts, 'credentials', (attempt) => ({
        ...attempt,
        answer: {
          outcome: 'refused',
          status: 403,
          code: 'AccessDenied',
          message: 'Not authorized to perform sts:AssumeRoleWithSAML',
        },
      })),
  },
  breaks: ['aws/accepted', 'aws/answer-expected'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('For a valid response STS returns temporary credentials.')],
  needsArtifacts: ['account'],
});
