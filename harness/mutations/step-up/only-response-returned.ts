import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger, objectOf, verifyYes } from './_change.ts';

export default defineMutation({
  id: 'step-up/only-response-returned',
  title: 'A function gives back its response alone',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, verifyYes, ({ answer }) => ({ answer: { response: objectOf(answer).response } })),
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
