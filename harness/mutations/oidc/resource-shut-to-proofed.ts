import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';

export default defineMutation({
  id: 'oidc/resource-shut-to-proofed',
  title: 'The resource stays shut for somebody who is proofed',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => shut(record),
  },
  breaks: ['oidc/resource-assurance'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito', 'Access decisions are tied to the assurance claim.')],
  needsArtifacts: ['oidc'],
});

function shut(record: OidcRecord): OidcRecord {
  if (record.resource === undefined) throw new EditError('This login asked for no resource.');
  return { ...record, resource: { ...record.resource, status: 403 } };
}
