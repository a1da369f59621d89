import { defineMutation } from '../../model/mutation.ts';
import { changeApi } from './_change.ts';

export default defineMutation({
  id: 'step-up/no-proofing',
  title: 'Nobody opens a proofing session',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeApi(
        record,
        ({ operation }) => operation === 'open-session',
        () => [],
      ),
  },
  breaks: ['step-up/proofing-opened'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: '1kosmos', section: 'Amazon Cognito', says: 'Signing up initiates a proofing session.' },
  ],
  needsArtifacts: ['step-up'],
});
