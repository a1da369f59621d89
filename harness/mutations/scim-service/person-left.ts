import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';

export default defineMutation({
  id: 'scim-service/person-left',
  title: 'Somebody who was made for a test is not removed',
  stage: 'in-transit',
  change: {
    on: 'scim-probe',
    apply: (record) => ({
      ...record,
      left: ['/Users/a408d4e8-0001-7000-8000-000000000001 (countersign-1a2b3c4d-1@example.com)'],
    }),
  },
  breaks: ['scim-service/cleared'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.6', 'DELETE removes a resource.')],
  needsArtifacts: ['scim-probe'],
});
