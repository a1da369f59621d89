import { core } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';
import { withRound } from './_change.ts';

export default defineMutation({
  id: 'oidc/userinfo-of-other-person',
  title: 'Userinfo is about another person',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withUserinfo(record, { sub: 'f1e2d3c4-0000-4000-8000-000000000002' }),
  },
  breaks: ['oidc/userinfo-subject'],
  hostile: true,
  safe: 'refuses',
  refs: [core('5.3.2', 'sub must be that of the ID token.')],
  needsArtifacts: ['oidc'],
});

function withUserinfo(record: OidcRecord, change: Readonly<Record<string, unknown>>): OidcRecord {
  const { userinfo } = record.federation ?? {};
  if (userinfo === undefined) throw new EditError('This login has no userinfo.');
  const claims = { ...userinfo.claims, ...change };
  return withRound(record, 'federation', { userinfo: { ...userinfo, claims } });
}
