import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withMapping } from './_change.ts';

export default defineMutation({
  id: 'oidc/required-not-mapped',
  title: 'A required attribute is not mapped',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withMapping(record, { email: undefined }),
  },
  breaks: ['oidc/mapping-required'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    cognito('cognito-user-pools-specifying-attribute-mapping', 'Every required attribute must be mapped.'),
  ],
  needsArtifacts: ['oidc'],
});
