import { defineMutation } from '../../model/mutation.ts';
import { changePoolCall } from './_change.ts';

export default defineMutation({
  id: 'step-up/session-accepted-again',
  title: 'The pool takes a Session a second time',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changePoolCall(
        record,
        ({ session, result }) => session === 's4' && result.kind === 'refused',
        () => ({
          status: 200,
          result: { kind: 'challenge', challengeName: 'CUSTOM_CHALLENGE', session: 's5', parameters: {} },
        }),
      ),
  },
  breaks: ['step-up/session-once'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Custom authentication challenge triggers',
      says: 'Each answer needs the Session of the last reply.',
    },
  ],
  needsArtifacts: ['step-up'],
});
