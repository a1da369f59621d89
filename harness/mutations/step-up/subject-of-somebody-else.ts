import { defineMutation } from '../../model/mutation.ts';
import { changeAttributes } from './_change.ts';

export default defineMutation({
  id: 'step-up/subject-of-somebody-else',
  title: "The user is linked to somebody else's subject",
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeAttributes(record, { 'custom:blockid_sub': 'bid_mallory' }),
  },
  breaks: ['step-up/proofing-result', 'step-up/tokens-verified'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The attribute custom:blockid_sub links the user to the subject at 1Kosmos.',
    },
  ],
  needsArtifacts: ['step-up'],
});
