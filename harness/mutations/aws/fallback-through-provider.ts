import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/fallback-through-provider',
  title: 'Every administrator comes in through the provider',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => ({
      ...account,
      fallbackAdministrators: (account.fallbackAdministrators ?? []).filter(
        ({ through }) => through.length > 0,
      ),
    }),
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
