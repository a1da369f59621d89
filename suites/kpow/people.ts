import type { DirectoryUser } from '../../harness/model/records.ts';

/** A person in the directory of Identity Center. */
export interface Person extends DirectoryUser {
  readonly password: string;
  /** Names of groups. */
  readonly groups: readonly string[];
}

function person(given: string, family: string, ...groups: string[]): Person {
  // Addresses are ASCII, as mail systems make them, also for names that are not.
  const email = `${given}.${family}@example.com`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const password = `${given} likes Kafka 4 ever`;
  return { userName: email, email, givenName: given, familyName: family, active: true, password, groups };
}

/** As many groups as a large organization puts one person into. */
export const manyGroups = Array.from({ length: 60 }, (_, index) => `project-${index + 1}`);

export const people = {
  /** One group. */
  bob: person('Bob', 'Okafor', 'kafka-users'),
  /** Several groups, one of them of administrators, and a name that is not ASCII. */
  zoe: person('Zoë', 'Müller', 'kafka-admins', 'kafka-users'),
  /** A group that the access file does not name. */
  dave: person('Dave', 'Nilsson', 'marketing'),
  /** No group: the application is assigned to the person. */
  carol: person('Carol', 'Silva'),
  /** Far more groups than anybody else. */
  frank: person('Frank', 'Ito', 'kafka-users', ...manyGroups),
  /** Neither assigned nor in an assigned group. */
  erin: person('Erin', 'Costa', 'finance'),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

export const groupNames = [...new Set(Object.values(people).flatMap(({ groups }) => groups))];

/** Who may use the application. */
export const assignments = [
  ...['kafka-admins', 'kafka-users', 'marketing'].map((id) => ({ type: 'group' as const, id })),
  { type: 'user' as const, id: people.carol.userName },
];

/** Groups that the access file gives something to. */
export const accessGroups = ['kafka-admins', 'kafka-users'] as const;

/** Security identifiers of the groups, for an Active Directory behind Identity Center. */
export const groupSids = Object.fromEntries(
  groupNames.map((name, index) => [name, `S-1-5-21-3122984950-2570546592-4150994639-${1700 + index}`]),
);
