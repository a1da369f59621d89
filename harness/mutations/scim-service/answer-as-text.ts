import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeCall } from './_change.ts';

export default defineMutation({
  id: 'scim-service/answer-as-text',
  title: 'A service names its answers as plain text',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) =>
      changeCall(record, { method: 'GET' }, () => ({
        headers: [{ name: 'content-type', value: 'text/plain' }],
      })),
  },
  breaks: ['scim-service/media-type'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.1', 'Answers are application/scim+json.')],
  needsArtifacts: ['scim-probe'],
});
