import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withMapping } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-not-mapped',
  title: 'The level is not mapped',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withMapping(record, { [record.assurance.attribute]: undefined }),
  },
  breaks: ['oidc/mapping-assurance'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito, mechanism A', 'Claims are mapped to attributes.')],
  needsArtifacts: ['oidc'],
});
