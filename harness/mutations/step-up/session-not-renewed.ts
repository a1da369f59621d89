import { defineMutation } from '../../model/mutation.ts';
import { changePoolCall } from './_change.ts';

export default defineMutation({
  id: 'step-up/session-not-renewed',
  title: 'The pool gives a Session again',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changePoolCall(
        record,
        ({ session }) => session === 's3',
        ({ result }) => ({ result: result.kind === 'challenge' ? { ...result, session: 's3' } : result }),
      ),
  },
  breaks: ['step-up/session-renewed'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Custom authentication challenge triggers',
      says: 'Each challenge comes with a new Session.',
    },
  ],
  needsArtifacts: ['step-up'],
});
