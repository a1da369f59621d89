import { defineMutation } from '../../model/mutation.ts';
import { positionOf } from './_change.ts';

export default defineMutation({
  id: 'step-up/proofing-of-federated',
  title: 'A person from an identity provider is proofed again',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      proofingCalls: [
        ...record.proofingCalls,
        ...record.proofingCalls
          .filter(({ operation }) => operation === 'open-session')
          .map((call) => ({
            ...call,
            trigger: positionOf(record, { source: 'PreSignUp_ExternalProvider', by: 'probe' }),
          })),
      ],
    }),
  },
  breaks: ['step-up/proofing-federated'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Pre sign-up',
      says: 'The trigger is called for PreSignUp_AdminCreateUser and PreSignUp_ExternalProvider too.',
    },
  ],
  needsArtifacts: ['step-up'],
});
