import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/approval-spent',
  title: 'Two step-ups end in tokens on one approval',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({ ...record, challenges: record.challenges.filter(({ id }) => id !== 'chl_3') }),
  },
  breaks: ['step-up/tokens-verified'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The result from 1Kosmos is validated before tokens are issued.',
    },
  ],
  needsArtifacts: ['step-up'],
});
