import { ScimError } from './scim-error.ts';

/** Attributes of a user as they are kept: checked, plain JSON, without what the service adds. */
export interface UserAttributes {
  readonly userName: string;
  readonly externalId?: string;
  readonly name: Readonly<Record<string, string>> & {
    readonly givenName: string;
    readonly familyName: string;
  };
  readonly displayName: string;
  readonly active: boolean;
  readonly emails?: readonly { readonly value: string; readonly type?: string; readonly primary?: boolean }[];
  readonly [more: string]: unknown;
}

export interface GroupAttributes {
  readonly displayName: string;
  readonly externalId?: string;
}

interface Stored<A> {
  readonly id: string;
  /** Place in the order of creation; never used again. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  lastModified: number;
  attributes: A;
  /** Of a user the ids of their groups, of a group the ids of its members. */
  readonly links: Set<string>;
}
export type StoredUser = Stored<UserAttributes>;
export type StoredGroup = Stored<GroupAttributes>;

/** Things of one kind, found by id, by name or by the client's own id without a search. */
export interface Shelf<A> {
  readonly get: (id: string) => Stored<A> | undefined;
  /** Without regard to case: userName and displayName are not case exact (RFC 7643, section 4). */
  readonly byName: (name: string) => Stored<A> | undefined;
  readonly byExternalId: (externalId: string) => Stored<A> | undefined;
  readonly add: (attributes: A) => Stored<A>;
  readonly put: (id: string, attributes: A) => Stored<A>;
  readonly remove: (id: string) => boolean;
  /** Up to `count` things from a place on, and the place of the next one if there is one. */
  readonly from: (
    place: number,
    count: number,
  ) => { readonly items: readonly Stored<A>[]; readonly next?: number };
  readonly all: () => readonly Stored<A>[];
  readonly size: () => number;
}

/** What Identity Center knows of people and groups, however it came there: by hand or by SCIM. */
export interface IdentityStore {
  readonly users: Shelf<UserAttributes>;
  readonly groups: Shelf<GroupAttributes>;
  readonly addMember: (groupId: string, userId: string) => void;
  readonly removeMember: (groupId: string, userId: string) => void;
}

export interface StoreParts {
  readonly now: () => number;
  readonly newId: () => string;
  /** Told of everyone who is removed or switched off, when it happens. */
  readonly onAccessLost?: (userId: string) => void;
}

export function createIdentityStore({ now, newId, onAccessLost }: StoreParts): IdentityStore {
  const shelf = <A extends { readonly externalId?: string }>(
    what: string,
    nameOf: (attributes: A) => string,
  ) => createShelf<A>({ now, newId, nameOf, what });
  const users = shelf<UserAttributes>('UserName', ({ userName }) => userName);
  const groups = shelf<GroupAttributes>('GroupDisplayName', ({ displayName }) => displayName);
  return {
    users: {
      ...users,
      put: (id, attributes) => {
        const wasActive = users.get(id)?.attributes.active === true;
        const user = users.put(id, attributes);
        if (wasActive && !attributes.active) onAccessLost?.(id);
        return user;
      },
      remove: (id) => {
        for (const group of users.get(id)?.links ?? []) groups.get(group)?.links.delete(id);
        const isGone = users.remove(id);
        if (isGone) onAccessLost?.(id);
        return isGone;
      },
    },
    groups: {
      ...groups,
      remove: (id) => {
        for (const user of groups.get(id)?.links ?? []) users.get(user)?.links.delete(id);
        return groups.remove(id);
      },
    },
    addMember: (groupId, userId) => {
      groups.get(groupId)?.links.add(userId);
      users.get(userId)?.links.add(groupId);
    },
    removeMember: (groupId, userId) => {
      groups.get(groupId)?.links.delete(userId);
      users.get(userId)?.links.delete(groupId);
    },
  };
}

interface ShelfParts<A> extends Pick<StoreParts, 'now' | 'newId'> {
  readonly nameOf: (attributes: A) => string;
  /** Name of the unique attribute, as AWS's audit log has it. */
  readonly what: string;
}

function createShelf<A extends { readonly externalId?: string }>(parts: ShelfParts<A>): Shelf<A> {
  const byId = new Map<string, Stored<A>>();
  const byName = new Map<string, Stored<A>>();
  const byExternalId = new Map<string, Stored<A>>();
  /** A thing that is gone leaves its place empty, so that a cursor still means the same. */
  const places: (Stored<A> | undefined)[] = [];
  const nameKey = (attributes: A) => parts.nameOf(attributes).toLowerCase();

  function mustBeFree(attributes: A, own: Stored<A> | undefined): void {
    const named = byName.get(nameKey(attributes));
    if (named !== undefined && named !== own)
      throw new ScimError('ConflictException', `Duplicate ${parts.what}`);
    const { externalId } = attributes;
    const other = externalId === undefined ? undefined : byExternalId.get(externalId);
    if (other !== undefined && other !== own)
      throw new ScimError('ConflictException', 'Duplicate ExternalId');
  }
  function index(thing: Stored<A>): void {
    byName.set(nameKey(thing.attributes), thing);
    if (thing.attributes.externalId !== undefined) byExternalId.set(thing.attributes.externalId, thing);
  }
  function forget(thing: Stored<A>): void {
    byName.delete(nameKey(thing.attributes));
    if (thing.attributes.externalId !== undefined) byExternalId.delete(thing.attributes.externalId);
  }
  return {
    get: (id) => byId.get(id),
    byName: (name) => byName.get(name.toLowerCase()),
    byExternalId: (externalId) => byExternalId.get(externalId),
    add: (attributes) => {
      mustBeFree(attributes, undefined);
      const created = parts.now();
      const id = parts.newId();
      const place = places.length;
      const thing = { id, place, created, lastModified: created, attributes, links: new Set<string>() };
      byId.set(id, thing);
      places.push(thing);
      index(thing);
      return thing;
    },
    put: (id, attributes) => {
      const thing = byId.get(id);
      if (thing === undefined) throw new ScimError('ResourceNotFoundException', `There is no "${id}"`);
      mustBeFree(attributes, thing);
      forget(thing);
      thing.attributes = attributes;
      thing.lastModified = parts.now();
      index(thing);
      return thing;
    },
    remove: (id) => {
      const thing = byId.get(id);
      if (thing === undefined) return false;
      forget(thing);
      byId.delete(id);
      places[thing.place] = undefined;
      return true;
    },
    from: (place, count) => {
      const items: Stored<A>[] = [];
      for (let at = place; at < places.length; at += 1) {
        const thing = places[at];
        if (thing === undefined) continue;
        if (items.length === count) return { items, next: at };
        items.push(thing);
      }
      return { items };
    },
    all: () => [...byId.values()],
    size: () => byId.size,
  };
}
