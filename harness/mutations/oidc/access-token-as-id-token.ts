import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/access-token-as-id-token',
  title: 'The application takes an access token for an ID token',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withPoolClaims(record, { token_use: 'access' }),
  },
  breaks: ['oidc/pool-token-audience'],
  hostile: true,
  safe: 'refuses',
  refs: [cognito('amazon-cognito-user-pools-using-tokens-verifying-a-jwt', 'token_use is compared.')],
  needsArtifacts: ['oidc'],
});
