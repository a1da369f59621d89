import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/no-fallback-administrator',
  title: 'The account has no administrator beside the provider',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => ({ ...account, fallbackAdministrators: [] }),
  },
  breaks: ['aws/fallback-administrator'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Step 5',
      says: 'A direct IAM administrator account is kept as a fallback during the rollout.',
    },
  ],
  needsArtifacts: ['account'],
});
