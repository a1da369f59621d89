import { oauth } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { withCallback, withRequest } from './_change.ts';

export default defineMutation({
  id: 'oidc/state-of-application',
  title: 'The pool passes the application’s own state on',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => passState(record),
  },
  breaks: ['oidc/request-state'],
  hostile: false,
  safe: 'unaffected',
  refs: [oauth('10.12', 'state binds the request to this client’s session.')],
  needsArtifacts: ['oidc'],
});

/** The state of the application's request in the place of the pool's own, and back again. */
function passState(record: OidcRecord): OidcRecord {
  const state = record.application?.callback?.state ?? '';
  return withCallback(withRequest(record, 'federation', { state }), 'federation', { state });
}
