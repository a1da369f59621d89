import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/good-for-a-year',
  title: 'The ID token is good for a year',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withClaims(record, { exp: Number(record.federation?.idToken?.claims.iat) + 31_536_000 }),
  },
  breaks: ['oidc/id-token-expiry'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'exp limits the use of the token.')],
  needsArtifacts: ['oidc'],
});
