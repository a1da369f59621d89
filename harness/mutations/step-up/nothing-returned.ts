import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/nothing-returned',
  title: 'A function gives back nothing',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeTrigger(record, { source: 'PostConfirmation' }, () => ({ answer: null })),
  },
  breaks: ['step-up/event-returned'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'The function returns the event, with the response filled in, to the user pool.',
    },
  ],
  needsArtifacts: ['step-up'],
});
