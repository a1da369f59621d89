import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withMapping } from './_change.ts';

export default defineMutation({
  id: 'oidc/mapped-to-nothing',
  title: 'An attribute is mapped that the pool does not have',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withMapping(record, { 'custom:level': 'email' }),
  },
  breaks: ['oidc/mapping-schema', 'oidc/mapping-value'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Claims are mapped to attributes of the pool.',
    ),
  ],
  needsArtifacts: ['oidc'],
});
