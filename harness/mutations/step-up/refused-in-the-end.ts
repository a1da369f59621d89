import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/refused-in-the-end',
  title: 'Who must get tokens is refused',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => ({ ...record, outcome: 'refused' }) },
  breaks: ['step-up/outcome'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'Step-up ends in tokens when LiveID was passed, and only then.',
    },
  ],
  needsArtifacts: ['step-up'],
});
