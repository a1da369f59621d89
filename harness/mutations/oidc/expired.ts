import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/expired',
  title: 'The ID token is two hours old',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => shifted(record, -7200),
  },
  breaks: ['oidc/id-token-expiry', 'oidc/id-token-issued'],
  hostile: true,
  safe: 'refuses',
  refs: [core('3.1.3.7', 'Item 9: exp has not passed.')],
  needsArtifacts: ['oidc'],
});

/** All times of the ID token moved by so many seconds. */
function shifted(record: OidcRecord, seconds: number): OidcRecord {
  const { iat, exp, auth_time } = record.federation?.idToken?.claims ?? {};
  const moved = {
    iat: Number(iat) + seconds,
    exp: Number(exp) + seconds,
    auth_time: Number(auth_time) + seconds,
  };
  return withClaims(record, moved);
}
