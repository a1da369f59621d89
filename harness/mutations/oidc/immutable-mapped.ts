import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';

export default defineMutation({
  id: 'oidc/immutable-mapped',
  title: 'A mapped attribute is immutable',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withImmutable(record, 'custom:blockid_sub'),
  },
  breaks: ['oidc/mapping-mutable'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-specifying-attribute-mapping', 'Mapped attributes must be mutable.')],
  needsArtifacts: ['oidc'],
});

function withImmutable(record: OidcRecord, attribute: string): OidcRecord {
  const schema = record.pool.schema.map((one) => (one.name === attribute ? { ...one, mutable: false } : one));
  return { ...record, pool: { ...record.pool, schema } };
}
