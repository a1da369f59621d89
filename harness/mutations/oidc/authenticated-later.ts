import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/authenticated-later',
  title: 'auth_time is after the token was made',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withClaims(record, { auth_time: Number(record.federation?.idToken?.claims.iat) + 3600 }),
  },
  breaks: ['oidc/id-token-authenticated'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('2', 'auth_time is when the person proved who they are.')],
  needsArtifacts: ['oidc'],
});
