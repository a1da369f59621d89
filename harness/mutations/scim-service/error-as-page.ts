import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeCall } from './_change.ts';

export default defineMutation({
  id: 'scim-service/error-as-page',
  title: 'A service refuses by a page of HTML',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) =>
      changeCall(record, { method: 'POST', status: 409 }, () => ({ answer: '<h1>Conflict</h1>' })),
  },
  breaks: ['scim-service/error-body'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.12', 'Errors are JSON with a schema of their own.')],
  needsArtifacts: ['scim-probe'],
});
