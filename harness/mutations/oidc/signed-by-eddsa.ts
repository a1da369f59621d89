import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withHeader } from './_change.ts';

export default defineMutation({
  id: 'oidc/signed-by-eddsa',
  title: 'The ID token is signed by EdDSA',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withHeader(record, { alg: 'EdDSA' }),
  },
  breaks: ['oidc/id-token-algorithm'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-idp', 'HMAC-SHA, ECDSA and RSA are taken.')],
  needsArtifacts: ['oidc'],
});
