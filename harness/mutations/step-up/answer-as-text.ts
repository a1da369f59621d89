import { defineMutation } from '../../model/mutation.ts';
import { changeResponse, verifyYes } from './_change.ts';

export default defineMutation({
  id: 'step-up/answer-as-text',
  title: 'Verify says "true" as a text',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeResponse(record, verifyYes, { answerCorrect: 'true' }) },
  breaks: ['step-up/response-types'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Create auth challenge',
      says: 'Challenge parameters are maps of text to text, the metadata is text.',
    },
  ],
  needsArtifacts: ['step-up'],
});
