import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/user-of-other-subject',
  title: 'The pool made a second user of the same person',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => asUser(record, '1Kosmos_alice.wong@example.com'),
  },
  breaks: ['oidc/user-name'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-oidc-flow', 'The user name is made of the provider’s name and sub.')],
  needsArtifacts: ['oidc'],
});

/** The person under another user name, in the pool and in its token. */
function asUser(record: OidcRecord, username: string): OidcRecord {
  if (record.user === undefined) throw new EditError('This login has no user.');
  return withPoolClaims({ ...record, user: { ...record.user, username } }, { 'cognito:username': username });
}
