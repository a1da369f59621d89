import { cognito } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withAttributes } from './_change.ts';

export default defineMutation({
  id: 'oidc/attribute-stale',
  title: 'The pool keeps the name of last year',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withAttributes(record, { family_name: 'Chen' }),
  },
  breaks: ['oidc/mapping-value'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    cognito('cognito-user-pools-specifying-attribute-mapping', 'Attributes are updated at every sign-in.'),
  ],
  needsArtifacts: ['oidc'],
});
