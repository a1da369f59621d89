import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/arns-swapped',
  title: 'A tool asks with role and provider in the wrong order',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeAttempt(sts, 'credentials', ({ roleArn = '', principalArn = '', ...attempt }) => ({
        ...attempt,
        roleArn: principalArn,
        principalArn: roleArn,
      })),
  },
  breaks: ['aws/request-arns'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('RoleArn is the role that is assumed; PrincipalArn is the SAML provider in IAM.')],
  needsArtifacts: ['account'],
});
