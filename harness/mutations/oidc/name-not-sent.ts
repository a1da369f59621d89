import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withBothClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/name-not-sent',
  title: 'The provider does not send the given name',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withBothClaims(record, { given_name: undefined }),
  },
  breaks: ['oidc/mapping-claims'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-specifying-attribute-mapping', 'A missing claim leaves the old value.')],
  needsArtifacts: ['oidc'],
});
