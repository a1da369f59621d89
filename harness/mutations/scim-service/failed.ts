import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeCall } from './_change.ts';

export default defineMutation({
  id: 'scim-service/failed',
  title: 'A service fails at a request',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) => changeCall(record, { method: 'GET' }, () => ({ status: 500 })),
  },
  breaks: ['scim-service/own-error'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.12', '500 is for internal errors.')],
  needsArtifacts: ['scim-probe'],
});
