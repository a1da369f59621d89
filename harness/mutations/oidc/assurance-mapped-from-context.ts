import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withMapping } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-mapped-from-context',
  title: 'The attribute of the level is mapped from acr',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withMapping(record, { [record.assurance.attribute]: 'acr' }),
  },
  breaks: ['oidc/mapping-assurance', 'oidc/mapping-value'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito, mechanism A', 'The assurance claim is mapped.')],
  needsArtifacts: ['oidc'],
});
