import { pkce } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';
import { withRound } from './_change.ts';

export default defineMutation({
  id: 'oidc/application-verifier-not-sent',
  title: 'The pool redeems the application’s code without its verifier',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withoutVerifier(record),
  },
  breaks: ['oidc/application-code-challenge'],
  hostile: false,
  safe: 'unaffected',
  refs: [pkce('4.6', 'The server compares the verifier with the challenge.')],
  needsArtifacts: ['oidc'],
});

function withoutVerifier(record: OidcRecord): OidcRecord {
  const { tokenCall } = record.application ?? {};
  if (tokenCall === undefined) throw new EditError('This login has no token call.');
  return withRound(record, 'application', { tokenCall: { ...tokenCall, verifierFits: false } });
}
