import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeCredentials } from './_sts.ts';

export default defineMutation({
  id: 'aws/answer-of-other-person',
  title: 'STS answers with another person than the response names',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) => changeCredentials(sts, { subject: 'bob.lee@example.com' }),
  },
  breaks: ['aws/answer-identity'],
  hostile: true,
  safe: 'unaffected',
  refs: [refs.api('Subject is the NameID of the assertion.')],
  needsArtifacts: ['account'],
});
