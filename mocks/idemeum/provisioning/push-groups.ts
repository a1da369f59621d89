import { type DesiredGroup, mark } from './desired.ts';
import type { PushParts } from './push-users.ts';
import { createOnce, listAll, type RemoteThing, settled } from './remote.ts';

const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** A group that is there, and whether this push made it: then it has no members yet. */
export interface PushedGroup {
  readonly id: string;
  readonly isNew: boolean;
}

/** Brings groups into step, without their members. @returns by external id */
export async function pushGroups(parts: PushParts): Promise<ReadonlyMap<string, PushedGroup>> {
  const { desired, transport, tally } = parts;
  const remote = await listAll(transport, 'Groups');
  const byExternalId = new Map(
    remote.flatMap((one) => (one.externalId === undefined ? [] : [[one.externalId, one]])),
  );
  const byName = new Map(remote.map((one) => [one.name.toLowerCase(), one]));
  const wanted = new Set(desired.groups.map(({ externalId }) => externalId));
  for (const one of remote)
    if (one.externalId?.startsWith(mark) === true && !wanted.has(one.externalId)) {
      const { status, body } = settled(await transport.call('DELETE', `/Groups/${one.id}`));
      if (status === 204 || status === 404) tally.groups.removed += 1;
      else tally.failures.push({ what: 'group', name: one.name, status, message: String(body.detail ?? '') });
      byName.delete(one.name.toLowerCase());
    }
  const pushed = new Map<string, PushedGroup>();
  for (const group of desired.groups) {
    const named = byName.get(group.displayName.toLowerCase());
    const there = byExternalId.get(group.externalId) ?? (isOurs(named) ? undefined : named);
    const done = there === undefined ? await makeGroup(parts, group) : await updateGroup(parts, group, there);
    if (done !== undefined) pushed.set(group.externalId, done);
  }
  return pushed;
}

function isOurs(one: RemoteThing | undefined): boolean {
  return one?.externalId?.startsWith(mark) === true;
}

async function makeGroup(parts: PushParts, group: DesiredGroup): Promise<PushedGroup | undefined> {
  const { externalId, displayName } = group;
  const body = { schemas: [groupSchema], externalId, displayName };
  const created = await createOnce(parts.transport, 'Groups', { externalId, name: displayName }, body);
  if ('made' in created) {
    parts.tally.groups.created += 1;
    return { id: created.made.id, isNew: true };
  }
  if ('refused' in created) return fail(parts, group, created.refused.status, created.refused.detail);
  const { there } = created;
  if (isOurs(there) && there.externalId !== externalId)
    return fail(parts, group, 409, `Another provisioned group has the name "${displayName}".`);
  return updateGroup(parts, group, there);
}

async function updateGroup(
  parts: PushParts,
  group: DesiredGroup,
  there: RemoteThing,
): Promise<PushedGroup | undefined> {
  const operations = [
    ...(there.name === group.displayName
      ? []
      : [{ op: 'replace', path: 'displayName', value: group.displayName }]),
    ...(there.externalId === group.externalId
      ? []
      : [{ op: 'replace', path: 'externalId', value: group.externalId }]),
  ];
  if (operations.length === 0) {
    parts.tally.groups.unchanged += 1;
    return { id: there.id, isNew: false };
  }
  const request = { schemas: [patchSchema], Operations: operations };
  const { status, body } = settled(await parts.transport.call('PATCH', `/Groups/${there.id}`, request));
  if (status !== 200 && status !== 204) return fail(parts, group, status, String(body.detail ?? ''));
  parts.tally.groups.updated += 1;
  return { id: there.id, isNew: false };
}

function fail({ tally }: PushParts, group: DesiredGroup, status: number, message: string): undefined {
  tally.failures.push({ what: 'group', name: group.displayName, status, message });
}
