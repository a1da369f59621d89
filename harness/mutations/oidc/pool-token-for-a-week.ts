import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-for-a-week',
  title: 'The pool’s ID token is good for a week',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withPoolClaims(record, { exp: Number(record.application?.idToken?.claims.iat) + 604_800 }),
  },
  breaks: ['oidc/pool-token-time'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('amazon-cognito-user-pools-using-the-id-token', 'ID tokens last a day at most.')],
  needsArtifacts: ['oidc'],
});
