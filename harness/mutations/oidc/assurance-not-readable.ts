import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';
import { withPoolClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-not-readable',
  title: 'The client may not read the attribute of the level',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => unread(record),
  },
  breaks: ['oidc/pool-token-assurance'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-the-id-token',
      'Tokens have the attributes that the client may read.',
    ),
  ],
  needsArtifacts: ['oidc'],
});

/** The claim is not in the token, so that the resource refuses. */
function unread(record: OidcRecord): OidcRecord {
  const changed = withPoolClaims(record, { [record.assurance.attribute]: undefined });
  if (changed.resource === undefined) throw new EditError('This login asked for no resource.');
  return { ...changed, resource: { ...changed.resource, status: 403 } };
}
