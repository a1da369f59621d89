import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { withClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/from-the-future',
  title: 'The provider’s clock is an hour ahead',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => shifted(record, 3600),
  },
  breaks: ['oidc/id-token-issued'],
  hostile: false,
  safe: 'unaffected',
  refs: [core('3.1.3.7', 'Item 10: times too far away may be refused.')],
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
