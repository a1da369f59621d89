import { defineMutation } from '../../model/mutation.ts';
import { changeApi } from './_change.ts';

export default defineMutation({
  id: 'step-up/key-missing',
  title: 'A request to the service carries no key',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeApi(
        record,
        (_call, position) => position === 0,
        (call) => [{ ...call, authorization: 'none' as const }],
      ),
  },
  breaks: ['step-up/api-key'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: '1kosmos', section: 'Amazon Cognito', says: 'Requests carry the API key as a bearer token.' },
  ],
  needsArtifacts: ['step-up'],
});
