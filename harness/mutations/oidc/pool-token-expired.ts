import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/pool-token-expired',
  title: 'The application takes a token that has expired',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => poolShifted(record, -7200),
  },
  breaks: ['oidc/pool-token-time'],
  hostile: true,
  safe: 'refuses',
  refs: [cognito('amazon-cognito-user-pools-using-tokens-verifying-a-jwt', 'exp has not passed.')],
  needsArtifacts: ['oidc'],
});

/** All times of the pool's ID token moved by so many seconds. */
function poolShifted(record: OidcRecord, seconds: number): OidcRecord {
  const { iat, exp } = record.application?.idToken?.claims ?? {};
  return withPoolClaims(record, { iat: Number(iat) + seconds, exp: Number(exp) + seconds });
}
