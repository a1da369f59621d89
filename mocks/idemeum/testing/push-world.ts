import type { ScimDirectory } from '../../../harness/model/scim-records.ts';
import { makeWorld, overNetwork, token } from '../../scim/testing/world.ts';
import type { Person } from '../config.ts';
import { buildDesired, type Desired, type DesiredParts } from '../provisioning/desired.ts';
import { push } from '../provisioning/push.ts';
import type { PushReport } from '../provisioning/report.ts';
import { provisioningSchema, retryPolicy } from '../provisioning/settings.ts';

/** For tests: pushes of a directory into a service double, without waiting. */

export function someone(id: string, change: Partial<Person> = {}): Person {
  return {
    id,
    email: `${id}@example.com`,
    firstName: id.slice(0, 1).toUpperCase() + id.slice(1),
    lastName: 'Test',
    enabled: true,
    ...change,
  };
}

export function crowd(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => someone(`user${String(index).padStart(5, '0')}`));
}

/** Everybody entitled, all groups pushed. */
export function desire(
  people: readonly Person[],
  groups: DesiredParts['groups'] = [],
  settings: Partial<Settings> = {},
): Desired {
  return buildDesired({
    people,
    groups,
    entitled: new Set(people.map(({ id }) => id)),
    pushed: groups.map(({ id }) => id),
    settings: settingsOf(settings),
  });
}

type Settings = Parameters<typeof push>[0]['settings'];

function settingsOf(change: Partial<Settings>): Settings {
  return { ...provisioningSchema.parse({ baseUrl: 'https://scim.invalid', accessToken: token }), ...change };
}

export function makePushWorld(config: Parameters<typeof makeWorld>[0] = {}) {
  const world = makeWorld(config);
  const waits: number[] = [];
  let served = 0;
  return {
    ...world,
    waits,
    served: () => served,
    push: (desired: Desired, change: Partial<Settings> = {}): Promise<PushReport> =>
      push({
        settings: settingsOf({ baseUrl: world.baseUrl, ...change }),
        desired,
        send: async (request) => {
          served += 1;
          return overNetwork(await world.double.fetch(request));
        },
        policy: retryPolicy,
        sleep: async (ms) => {
          waits.push(ms);
          world.wait(ms);
        },
        random: () => 1,
        now: () => Date.UTC(2026, 2, 1, 12),
      }),
    /** What is there, in the form of what was wanted. */
    state: async (): Promise<Desired> => toDesired(await world.client.directory()),
  };
}

/** A directory at the service, as the push that leads to it would have it. */
export function toDesired({ users, groups }: ScimDirectory): Desired {
  const idOf = new Map(users.map(({ userName, externalId }) => [userName, externalId ?? '']));
  return {
    users: users.map(
      ({ externalId = '', userName, displayName, givenName, familyName, email = '', active }) => ({
        externalId,
        userName,
        displayName,
        givenName,
        familyName,
        email,
        active,
        isOnlyKnown: false,
      }),
    ),
    groups: groups.map(({ externalId = '', displayName, members }) => ({
      externalId,
      displayName,
      members: members.map((member) => idOf.get(member) ?? ''),
    })),
  };
}

/** Sorted, so that two sides compare whatever their order. */
export function sorted({ users, groups }: Desired): Desired {
  const by = <T extends { readonly externalId: string }>(a: T, b: T) =>
    a.externalId < b.externalId ? -1 : 1;
  return {
    users: users.toSorted(by),
    groups: groups.map((group) => ({ ...group, members: group.members.toSorted() })).toSorted(by),
  };
}
