import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/no-external-id',
  title: 'The identity provider’s id is not mapped',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) => changeThere(record, 'Bob', ({ externalId: _, ...bob }) => [bob]),
  },
  breaks: ['scim/external-id'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('3.1', 'externalId is the client’s identifier of the resource.')],
  needsArtifacts: ['directory'],
});
