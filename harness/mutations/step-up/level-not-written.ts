import { defineMutation } from '../../model/mutation.ts';
import { changeAttributes } from './_change.ts';

export default defineMutation({
  id: 'step-up/level-not-written',
  title: 'The assurance level is not written after the proofing',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeAttributes(record, { 'custom:ial': '1' }) },
  breaks: ['step-up/proofing-result'],
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
