import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeCall } from './_change.ts';

export default defineMutation({
  id: 'scim-service/error-status-as-number',
  title: 'A service tells the status of a refusal as a number',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) =>
      changeCall(record, { method: 'POST', status: 409 }, ({ answer = '' }) => ({
        answer: answer.replace('"409"', '409'),
      })),
  },
  breaks: ['scim-service/error-body'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.12', 'The status is a JSON string.')],
  needsArtifacts: ['scim-probe'],
});
