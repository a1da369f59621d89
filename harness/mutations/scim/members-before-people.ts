import { defineMutation } from '../../model/mutation.ts';
import type { ScimRecord } from '../../model/scim-records.ts';
import { refs } from '../../scim/spec-refs.ts';
import { EditError } from '../kit/edit.ts';

export default defineMutation({
  id: 'scim/members-before-people',
  title: 'A group is filled before its members are made',
  stage: 'in-transit',
  change: { on: 'scim', apply: (record) => moveToFront(record) },
  breaks: ['scim/people-first'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('4.2', 'A member’s value is the id that the service gave.')],
  needsArtifacts: ['scim'],
});

/** The first change of members comes before everything else. */
function moveToFront(record: ScimRecord): ScimRecord {
  const moved = record.exchanges.find(({ operation }) => operation === 'PatchGroup');
  const [first] = record.exchanges;
  if (moved === undefined || first === undefined) throw new EditError('No group is filled.');
  const others = record.exchanges.filter((exchange) => exchange !== moved);
  return { ...record, exchanges: [{ ...moved, at: first.at }, ...others] };
}
