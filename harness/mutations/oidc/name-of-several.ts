import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withBothClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/name-of-several',
  title: 'The provider sends two family names as a list',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withBothClaims(record, { family_name: ['Wong', 'Chen'] }),
  },
  breaks: ['oidc/mapping-single'],
  hostile: false,
  safe: 'unaffected',
  refs: [cognito('cognito-user-pools-specifying-attribute-mapping', 'Several values become one text.')],
  needsArtifacts: ['oidc'],
});
