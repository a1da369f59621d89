import { kosmos } from '../../aws/oidc-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { withBothClaims } from './_change.ts';

export default defineMutation({
  id: 'oidc/assurance-not-sent',
  title: 'The provider does not say how well somebody is known',
  stage: 'in-transit',
  change: {
    on: 'oidc',
    apply: (record) => withBothClaims(record, { [record.assurance.claim]: undefined }),
  },
  breaks: ['oidc/assurance-claim'],
  hostile: false,
  safe: 'unaffected',
  refs: [kosmos('Amazon Cognito', 'Access is tied to the assurance claim.')],
  needsArtifacts: ['oidc'],
});
