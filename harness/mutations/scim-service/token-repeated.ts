import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeCall } from './_change.ts';

export default defineMutation({
  id: 'scim-service/token-repeated',
  title: 'A service repeats the access token in an error',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) =>
      changeCall(record, { method: 'POST', status: 409 }, ({ answer = '' }) => ({
        answer: answer.replace('duplicate', 'duplicate by masked-token'),
      })),
  },
  breaks: ['scim-service/token-kept'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('7.4', 'Bearer tokens are kept from everybody else.')],
  needsArtifacts: ['scim-probe'],
});
