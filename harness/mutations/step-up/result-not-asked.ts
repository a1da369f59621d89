import { defineMutation } from '../../model/mutation.ts';
import { changeResult } from './_change.ts';

export default defineMutation({
  id: 'step-up/result-not-asked',
  title: 'Verify says yes without asking',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeResult(record, () => []) },
  breaks: ['step-up/verify-asks'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The Verify function asks for the result of the step-up.',
    },
  ],
  needsArtifacts: ['step-up'],
});
