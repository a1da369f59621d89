import type { SamlApplication, SamlApplicationSetup } from '../../harness/aws/mapping-expressions-records.ts';
import type { AttributeExpectation } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import type { AppCase } from './cases.ts';
import type { Controls, Names, Parties } from './parties.ts';
import { type Person, people } from './people.ts';
import { applicationPath, type SetUp, type Shown, setUp } from './set-up.ts';

/**
 * Brings both sides to the case's state.
 * @returns the values that either side was given about the other, and what must come of them for this person
 */
export async function prepare(
  one: AppCase,
  controls: Controls,
  parties: Parties,
  bench: Bench,
): Promise<SamlApplicationSetup> {
  const { idp, kpow } = controls;
  const { names } = parties;
  await Promise.all([idp.send('POST', '/reset'), kpow?.send('POST', '/reset')]);
  for (const arrangement of one.before) await arrangement(idp);
  const done = await setUp(one.kpow, controls, parties, bench.fetchText);
  for (const arrangement of one.after) await arrangement(idp);
  const shown = await idp.get<Shown>(applicationPath);
  const person = people[one.person];
  const application = describeApplication(shown, person, done, names);
  return {
    // Where the tile leads to the application first, it is the application that asks.
    initiatedBy: one.tileSignsIn ? one.initiatedBy : 'sp',
    idp: done.trusted,
    sp: { entityId: shown.audience, acsUrl: shown.acsUrl },
    user: userOf(person),
    attributes: attributesOf(person, application, names),
    access: [
      {
        accountId: names.appHost,
        accountName: names.displayName,
        roles: application.groups.map(({ sent }) => sent).sort(),
      },
    ],
    application,
  };
}

function describeApplication(
  { displayName, acsUrl, audience, startUrl, relayState, sessionMs, mappings, assignments }: Shown,
  person: Person,
  { groups, roles }: SetUp,
  names: Names,
): SamlApplication {
  return {
    displayName,
    acsUrl,
    audience,
    startUrl,
    relayState,
    sessionMs,
    mappings,
    assigned: assignments.some(({ type, id }) =>
      type === 'user' ? id === person.userName : person.groups.some((name) => name === id),
    ),
    groups: person.groups.map((name) => ({ name, sent: groups[name]?.sent ?? '' })),
    own: {
      acsUrl: names.acsUrl,
      audience: names.audience,
      rolesAttribute: names.rolesAttribute,
      ...(roles === undefined ? {} : { knownRoles: Object.values(roles) }),
    },
  };
}

function userOf({ userName, email, givenName, familyName, active }: Person) {
  return { userName, email, givenName, familyName, active };
}

/** The guide's mapping table, filled in for one person: a line for each role. */
function attributesOf(
  { email, givenName, familyName }: Person,
  { groups }: SamlApplication,
  { rolesAttribute }: Names,
): readonly AttributeExpectation[] {
  const source = (name: string) => `\${user:${name}}`;
  return [
    ...groups.map(({ sent }) => ({ source: source('groups'), name: rolesAttribute, value: sent })),
    { source: source('email'), name: 'Email', value: email },
    { source: source('name'), name: 'Name', value: `${givenName} ${familyName}` },
  ];
}
