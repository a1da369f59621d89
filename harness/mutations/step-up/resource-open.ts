import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/resource-open',
  title: 'The protected resource takes the token of a password',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      resource: record.resource.map((one) => (one.token === 'password' ? { ...one, status: 200 } : one)),
    }),
  },
  breaks: ['step-up/resource-guarded'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'Access is enforced by identity assurance level claims, at API Gateway for transactions.',
    },
  ],
  needsArtifacts: ['step-up'],
});
