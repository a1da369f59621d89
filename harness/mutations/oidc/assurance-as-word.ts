import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withLevel } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-as-word',
  title: 'The level is a word',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withLevel(record, 'two'),
  },
  breaks: ['oidc/assurance-claim'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('OAuth2 and OIDC', 'Levels are numbers.')],
  needsArtifacts: ['oidc'],
});
