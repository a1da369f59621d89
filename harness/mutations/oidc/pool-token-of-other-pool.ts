import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-of-other-pool',
  title: 'The application takes a token of another pool',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withPoolClaims(record, { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Evil99999' }),
  },
  breaks: ['oidc/pool-token-issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [cognito('amazon-cognito-user-pools-using-tokens-verifying-a-jwt', 'iss is compared with the pool.')],
  needsArtifacts: ['oidc'],
});
