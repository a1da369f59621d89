import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/provider-not-created',
  title: 'The account has no provider',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => ({ ...account, providers: [] }),
  },
  breaks: ['aws/provider-exists'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.troubleshooting('The provider that the response names exists.')],
  needsArtifacts: ['account'],
});
