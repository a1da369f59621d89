import { defineMutation } from '../../model/mutation.ts';
import { changePoolCall } from './_change.ts';

export default defineMutation({
  id: 'step-up/token-after-sign-out',
  title: 'A token is taken after signing out',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changePoolCall(
        record,
        ({ operation }) => operation === 'GetUser',
        () => ({ status: 200, result: { kind: 'done' } }),
      ),
  },
  breaks: ['step-up/sign-out'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Ending user sessions',
      says: 'GlobalSignOut revokes access and refresh tokens.',
    },
  ],
  needsArtifacts: ['step-up'],
});
