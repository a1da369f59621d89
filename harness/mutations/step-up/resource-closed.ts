import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/resource-closed',
  title: 'The protected resource refuses the token of a step-up',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      resource: record.resource.map((one) => (one.token === 'step-up' ? { ...one, status: 403 } : one)),
    }),
  },
  breaks: ['step-up/resource-reached'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'Step-up lets a high-value transaction through.',
    },
  ],
  needsArtifacts: ['step-up'],
});
