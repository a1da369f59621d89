import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAttributes, withBothClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/name-too-long',
  title: 'The given name has three thousand characters',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) =>
      withAttributes(withBothClaims(record, { given_name: 'A'.repeat(3000) }), {
        given_name: 'A'.repeat(3000),
      }),
  },
  breaks: ['oidc/mapping-length'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-specifying-attribute-mapping', 'Values have at most 2,048 characters.')],
  needsArtifacts: ['oidc'],
});
