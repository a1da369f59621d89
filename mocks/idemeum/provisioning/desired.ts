import type { Person } from '../config.ts';
import type { ProvisioningSettings } from './settings.ts';

/** Somebody as they are to be at the service. */
export interface DesiredUser {
  /** Ours for good: it stays when name and address change. */
  readonly externalId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly active: boolean;
  /** Switched off if they are there, and not made if they are not. */
  readonly isOnlyKnown: boolean;
}

export interface DesiredGroup {
  readonly externalId: string;
  readonly displayName: string;
  /** External ids of people who are to be there. */
  readonly members: readonly string[];
}

/** What a push is to bring about. */
export interface Desired {
  readonly users: readonly DesiredUser[];
  readonly groups: readonly DesiredGroup[];
}

/** Marks what this tenant provisions, apart from what others made. AWS has been seen to refuse a colon here. */
export const mark = 'idemeum-';

export interface DesiredParts {
  readonly people: readonly Person[];
  /** Each with the ids of everybody in it. */
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  }[];
  /** Ids of the people who are entitled to the application. */
  readonly entitled: ReadonlySet<string>;
  /** Ids of the groups that are entitled to it: these are pushed. */
  readonly pushed: readonly string[];
  readonly settings: ProvisioningSettings;
}

export function buildDesired({ people, groups, entitled, pushed, settings }: DesiredParts): Desired {
  const users = people.map(
    ({ id, email, firstName, lastName, enabled }): DesiredUser => ({
      externalId: mark + id,
      userName: settings.userName === 'email' ? email : id,
      displayName: `${firstName} ${lastName}`.trim(),
      givenName: firstName,
      familyName: lastName,
      email,
      active: enabled && entitled.has(id),
      isOnlyKnown: !entitled.has(id),
    }),
  );
  const wanted = settings.groups ? groups.filter(({ id }) => pushed.includes(id)) : [];
  return {
    users,
    groups: wanted.map(({ id, name, members }) => ({
      externalId: mark + id,
      displayName: name,
      members: members.filter((member) => entitled.has(member)).map((member) => mark + member),
    })),
  };
}
