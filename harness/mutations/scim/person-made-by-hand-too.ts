import { defineMutation } from '../../model/mutation.ts';
import type { DirectoryRecord } from '../../model/scim-records.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/person-made-by-hand-too',
  title: 'Somebody was made by hand, and provisioned',
  stage: 'in-transit',
  change: { on: 'directory', apply: (record) => byHand(record, 'bob@example.org') },
  breaks: ['scim/user-once'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('3.1', 'externalId tells the client its own resources.')],
  needsArtifacts: ['directory'],
});

/** Bob with an account more, of which the identity provider knows nothing. */
function byHand(record: DirectoryRecord, userName: string): DirectoryRecord {
  const changed = changeThere(record, 'Bob', (bob) => {
    const { externalId: _, ...own } = bob;
    return [bob, { ...own, userName }];
  });
  return { ...changed, byHand: [userName] };
}
