import { type Desired, type DesiredUser, mark } from './desired.ts';
import { createOnce, listAll, type RemoteThing, settled } from './remote.ts';
import type { Tally } from './report.ts';
import type { ProvisioningSettings } from './settings.ts';
import type { Transport } from './transport.ts';

const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

export interface PushParts {
  readonly transport: Transport;
  readonly tally: Tally;
  readonly desired: Desired;
  readonly settings: Pick<ProvisioningSettings, 'onRemoval'>;
}

/**
 * Brings people into step: first those who are gone, so that their names are free; then everybody else. Starts from what
 * is really there, so it may begin again after any end.
 * @returns id at the service, by external id, of everybody who is there and ours
 */
export async function pushUsers(parts: PushParts): Promise<ReadonlyMap<string, string>> {
  const { desired, transport } = parts;
  const remote = await listAll(transport, 'Users');
  const byExternalId = new Map(
    remote.flatMap((one) => (one.externalId === undefined ? [] : [[one.externalId, one]])),
  );
  const byName = new Map(remote.map((one) => [one.name.toLowerCase(), one]));
  const wanted = new Set(desired.users.map(({ externalId }) => externalId));
  for (const one of remote)
    if (one.externalId?.startsWith(mark) === true && !wanted.has(one.externalId)) {
      await removeUser(parts, one);
      byName.delete(one.name.toLowerCase());
    }
  const ids = new Map<string, string>();
  let waiting: readonly DesiredUser[] = desired.users;
  // Once more for those whose new name was not free yet, since somebody else had to give it up.
  for (const isLast of [false, true]) {
    const again: DesiredUser[] = [];
    for (const user of waiting) {
      const namesake = user.isOnlyKnown ? undefined : byName.get(user.userName.toLowerCase());
      const there = byExternalId.get(user.externalId) ?? adoptable(namesake);
      const id = await pushUser(parts, user, there, isLast);
      if (id === 'conflict') again.push(user);
      else if (id !== undefined) ids.set(user.externalId, id);
    }
    waiting = again;
  }
  return ids;
}

/** Somebody whom another made, by hand for example, is taken over; one of our own under another id is not. */
function adoptable(one: RemoteThing | undefined): RemoteThing | undefined {
  return one?.externalId?.startsWith(mark) === true ? undefined : one;
}

async function pushUser(
  parts: PushParts,
  user: DesiredUser,
  known: RemoteThing | undefined,
  isLast: boolean,
): Promise<string | 'conflict' | undefined> {
  const { transport, tally } = parts;
  if (known !== undefined) return updateUser(parts, user, known, isLast);
  if (user.isOnlyKnown) return undefined;
  const keys = { externalId: user.externalId, name: user.userName };
  const created = await createOnce(transport, 'Users', keys, describe(user));
  if ('made' in created) {
    tally.users.created += 1;
    return created.made.id;
  }
  if (
    'there' in created &&
    adoptable(created.there) === undefined &&
    created.there.externalId !== user.externalId
  )
    return fail(parts, user, 409, `Another provisioned user has the name "${user.userName}".`, isLast);
  if ('there' in created) return updateUser(parts, user, created.there, isLast);
  return fail(parts, user, created.refused.status, created.refused.detail, isLast);
}

async function updateUser(
  parts: PushParts,
  user: DesiredUser,
  there: RemoteThing,
  isLast: boolean,
): Promise<string | 'conflict' | undefined> {
  const { transport, tally } = parts;
  const operations = user.isOnlyKnown
    ? differences({ active: false }, there)
    : differences(describe(user), there);
  if (operations.length === 0) {
    tally.users.unchanged += 1;
    return there.id;
  }
  const request = { schemas: [patchSchema], Operations: operations };
  const { status, body } = settled(await transport.call('PATCH', `/Users/${there.id}`, request));
  if (status !== 200 && status !== 204) return fail(parts, user, status, String(body.detail ?? ''), isLast);
  const isOff = operations.some(({ path, value }) => path === 'active' && value === false);
  tally.users[isOff ? 'deactivated' : 'updated'] += 1;
  return there.id;
}

/** Attributes that differ, each as one operation: none for what is the same, so a second push changes nothing. */
function differences(wanted: Readonly<Record<string, unknown>>, { raw }: RemoteThing) {
  return Object.entries(wanted)
    .filter(([name]) => name !== 'schemas')
    .filter(([name, value]) => JSON.stringify(pick(raw[name], value)) !== JSON.stringify(value))
    .map(([path, value]) => ({ op: 'replace' as const, path, value }));
}

/** Of an object or list, only what is wanted of it, in the same order: what the service adds is not a difference. */
function pick(there: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted))
    return Array.isArray(there) ? wanted.map((one, index) => pick(there[index], one)) : there;
  if (typeof wanted !== 'object' || wanted === null || typeof there !== 'object' || there === null)
    return there;
  const fields = there as Record<string, unknown>; // an object: its fields are compared one by one
  return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, pick(fields[name], value)]));
}

async function removeUser({ transport, tally, settings }: PushParts, one: RemoteThing): Promise<void> {
  if (settings.onRemoval === 'deactivate') {
    if (one.raw.active === false) return;
    const request = { schemas: [patchSchema], Operations: [{ op: 'replace', path: 'active', value: false }] };
    const { status, body } = settled(await transport.call('PATCH', `/Users/${one.id}`, request));
    if (status === 200 || status === 204) tally.users.deactivated += 1;
    else tally.failures.push({ what: 'user', name: one.name, status, message: String(body.detail ?? '') });
    return;
  }
  const { status, body } = settled(await transport.call('DELETE', `/Users/${one.id}`));
  // Gone already: the answer to an earlier try was lost.
  if (status === 204 || status === 404) tally.users.removed += 1;
  else tally.failures.push({ what: 'user', name: one.name, status, message: String(body.detail ?? '') });
}

function fail(
  { tally }: PushParts,
  user: DesiredUser,
  status: number,
  message: string,
  isLast: boolean,
): 'conflict' | undefined {
  if (status === 409 && !isLast) return 'conflict';
  tally.failures.push({ what: 'user', name: user.userName, status, message });
  return undefined;
}

function describe(user: DesiredUser): Readonly<Record<string, unknown>> {
  return {
    schemas: [userSchema],
    externalId: user.externalId,
    userName: user.userName,
    displayName: user.displayName,
    name: { givenName: user.givenName, familyName: user.familyName },
    emails: [{ value: user.email, type: 'work', primary: true }],
    active: user.active,
  };
}
