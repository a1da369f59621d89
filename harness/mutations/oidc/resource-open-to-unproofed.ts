import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import type { OidcRecord } from '../../model/oidc-records.ts';
import { EditError } from '../kit/edit.ts';
import { withClaims, withLevel } from './_change.ts';

export default defineMutation({
  id: 'oidc/resource-open-to-unproofed',
  title: 'The resource opens for somebody who was never proofed',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => opened(record),
  },
  breaks: ['oidc/assurance-level', 'oidc/resource-assurance'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito', 'Access decisions are tied to the assurance claim.')],
  needsArtifacts: ['oidc'],
});

/** Everything says level 1, and the resource opens all the same. */
function opened(record: OidcRecord): OidcRecord {
  const low = withClaims(withLevel(record, 1), { acr: '/assurance/ial/1/' });
  if (low.resource === undefined) throw new EditError('This login asked for no resource.');
  return { ...low, resource: { ...low.resource, status: 200 } };
}
