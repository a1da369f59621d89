import type { PushedGroup } from './push-groups.ts';
import type { PushParts } from './push-users.ts';
import { listAll, settled } from './remote.ts';

const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** AWS's page "PatchGroup": a hundred membership changes in one request. */
const changesPerRequest = 100;

/**
 * Brings memberships into step, when people and groups are there. AWS never tells a group's members, so those of a group
 * that was there before are asked for by a filter on users.
 */
export async function pushMembers(
  parts: PushParts,
  users: ReadonlyMap<string, string>,
  groups: ReadonlyMap<string, PushedGroup>,
): Promise<void> {
  const { desired, transport } = parts;
  for (const group of desired.groups) {
    const pushed = groups.get(group.externalId);
    if (pushed === undefined) continue;
    const wanted = new Set(group.members.flatMap((member) => users.get(member) ?? []));
    const there = pushed.isNew
      ? []
      : await listAll(transport, 'Users', `groups.value eq ${JSON.stringify(pushed.id)}`);
    const present = new Set(there.map(({ id }) => id));
    const changes: readonly Change[] = [
      ...[...present].filter((id) => !wanted.has(id)).map((id) => ({ op: 'remove' as const, id })),
      ...[...wanted].filter((id) => !present.has(id)).map((id) => ({ op: 'add' as const, id })),
    ];
    for (let from = 0; from < changes.length; from += changesPerRequest)
      await changeMembers(parts, group.displayName, pushed.id, changes.slice(from, from + changesPerRequest));
  }
}

interface Change {
  readonly op: 'add' | 'remove';
  readonly id: string;
}

async function changeMembers(
  { transport, tally }: PushParts,
  name: string,
  id: string,
  changes: readonly Change[],
): Promise<void> {
  const operations = (['remove', 'add'] as const).flatMap((op) => {
    const value = changes.filter((change) => change.op === op).map((change) => ({ value: change.id }));
    return value.length === 0 ? [] : [{ op, path: 'members', value }];
  });
  const request = { schemas: [patchSchema], Operations: operations };
  const { status, body } = settled(await transport.call('PATCH', `/Groups/${id}`, request));
  if (status !== 200 && status !== 204) {
    tally.failures.push({ what: 'members', name, status, message: String(body.detail ?? '') });
    return;
  }
  const added = changes.filter(({ op }) => op === 'add').length;
  tally.members.added += added;
  tally.members.removed += changes.length - added;
}
