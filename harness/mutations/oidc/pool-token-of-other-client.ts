import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-of-other-client',
  title: 'The application takes a token of another client',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withPoolClaims(record, { aud: '7other0client1id2of3this4pool' }),
  },
  breaks: ['oidc/pool-token-audience'],
  hostile: true,
  safe: 'refuses',
  refs: [
    cognito('amazon-cognito-user-pools-using-tokens-verifying-a-jwt', 'aud is compared with the client.'),
  ],
  needsArtifacts: ['oidc'],
});
