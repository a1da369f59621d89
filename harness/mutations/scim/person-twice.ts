import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/person-twice',
  title: 'Somebody is at the service twice',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) =>
      changeThere(record, 'Bob', (bob) => [bob, { ...bob, userName: 'bob.old@example.com' }]),
  },
  breaks: ['scim/user-once'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('3.1', 'externalId is unique among the resources of one client.')],
  needsArtifacts: ['directory'],
});
