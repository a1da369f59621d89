import { defineMutation } from '../../model/mutation.ts';
import { changePoolCall } from './_change.ts';

export default defineMutation({
  id: 'step-up/unknown-user-told',
  title: 'The pool says that a user does not exist',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changePoolCall(
        record,
        ({ userName }) => userName === 'nobody',
        () => ({
          status: 400,
          result: { kind: 'refused', type: 'UserNotFoundException', message: 'User does not exist.' },
        }),
      ),
  },
  breaks: ['step-up/user-existence'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Managing error responses',
      says: 'With PreventUserExistenceErrors, answers do not tell whether a user exists.',
    },
  ],
  needsArtifacts: ['step-up'],
});
