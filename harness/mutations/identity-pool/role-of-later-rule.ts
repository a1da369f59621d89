import { defineMutation } from '../../model/mutation.ts';
import { mistake, onCredentials, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/role-of-later-rule',
  title: 'The pool gives the role of another rule',
  ...mistake,
  change: onCredentials((answer) => ({
    ...answer,
    assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/Auditor/CognitoIdentityCredentials',
  })),
  breaks: ['identity-pool/role-given'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
