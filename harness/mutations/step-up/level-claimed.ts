import { defineMutation } from '../../model/mutation.ts';
import { changePoolCall } from './_change.ts';

export default defineMutation({
  id: 'step-up/level-claimed',
  title: 'The application sets the assurance level at sign-up',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changePoolCall(
        record,
        ({ attributes }) => attributes?.['custom:ial'] !== undefined,
        () => ({ status: 200, result: { kind: 'done', confirmed: false } }),
      ),
  },
  breaks: ['step-up/proofing-self-asserted'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Attribute permissions',
      says: 'An app client writes only attributes that it has permission for.',
    },
  ],
  needsArtifacts: ['step-up'],
});
