import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';
import { changeCredentials } from './_sts.ts';

export default defineMutation({
  id: 'aws/session-of-other-role',
  title: 'STS gives a session of another role',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeCredentials(sts, {
        assumedRoleArn: `arn:aws:sts::${iamNames.accountId}:assumed-role/Auditor/alice.wong@example.com`,
      }),
  },
  breaks: ['aws/assumed-role'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('The ARN of the session names account, role and session.')],
  needsArtifacts: ['account'],
});
