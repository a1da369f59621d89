import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAccessClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/scope-of-administration',
  title: 'The access token may change the account, which was not asked for',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withAccessClaims(record, { scope: 'openid profile email aws.cognito.signin.user.admin' }),
  },
  breaks: ['oidc/pool-token-scope'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('3.3', 'A scope that differs is told.')],
  needsArtifacts: ['oidc'],
});
