import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-of-other-person',
  title: 'The pool’s token is about another person',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withPoolClaims(record, { 'cognito:username': '1Kosmos_f1e2d3c4-0000-4000-8000-000000000002' }),
  },
  breaks: ['oidc/pool-token-user'],
  hostile: true,
  safe: 'refuses',
  refs: [cognito('amazon-cognito-user-pools-using-the-id-token', 'cognito:username is the user name.')],
  needsArtifacts: ['oidc'],
});
