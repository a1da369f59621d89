import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger, objectOf } from './_change.ts';

export default defineMutation({
  id: 'step-up/event-of-other-version',
  title: 'The pool calls a function with an event of another version',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'PreSignUp' }, ({ event, answer }) => ({
        event: { ...event, version: '2' },
        ...(answer === undefined ? {} : { answer: { ...objectOf(answer), version: '2' } }),
      })),
  },
  breaks: ['step-up/event-shape'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'Every event has version, triggerSource, region, userPoolId, userName, callerContext, request and response.',
    },
  ],
  needsArtifacts: ['step-up'],
});
