import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withPoolSignature } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-forged',
  title: 'A token of the pool is not signed by the pool',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withPoolSignature(record, 'not-verified'),
  },
  breaks: ['oidc/pool-token-signature'],
  hostile: true,
  safe: 'refuses',
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-tokens-verifying-a-jwt',
      'Tokens are verified with the pool’s keys.',
    ),
  ],
  needsArtifacts: ['oidc'],
});
