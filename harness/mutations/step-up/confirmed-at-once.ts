import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/confirmed-at-once',
  title: 'The pre sign-up function confirms everybody',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'PreSignUp_SignUp', answering: 'autoConfirmUser' },
        { autoConfirmUser: true },
      ),
  },
  breaks: ['step-up/auto-confirm'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: 'aws-cognito', section: 'Pre sign-up', says: 'autoConfirmUser confirms the user at once.' },
  ],
  needsArtifacts: ['step-up'],
});
