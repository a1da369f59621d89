import { defineMutation } from '../../model/mutation.ts';
import { changeApi } from './_change.ts';

export default defineMutation({
  id: 'step-up/busy-service-pressed',
  title: 'A busy service is asked again at once',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeApi(
        record,
        ({ status }) => status === 429,
        (call) => [call, call, call],
      ),
  },
  breaks: ['step-up/api-throttled'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '10.2.3',
      says: 'Retry-After says how long to wait before the next request.',
    },
  ],
  needsArtifacts: ['step-up'],
});
