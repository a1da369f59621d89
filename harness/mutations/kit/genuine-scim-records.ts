import type {
  DirectoryRecord,
  ScimExchange,
  ScimOperation,
  ScimPerson,
  ScimRecord,
  ScimTeam,
} from '../../model/scim-records.ts';
import { alice as directoryAlice } from './genuine-facts.ts';

const schemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

function person(
  key: string,
  given: string,
  family: string,
  active = true,
): ScimPerson & { readonly id: string } {
  const userName = `${given}.${family}@example.com`.toLowerCase();
  return {
    id: `a408d4e8-0001-7000-8000-${key.padStart(12, '0')}`,
    userName,
    externalId: `idemeum-${given.toLowerCase()}`,
    displayName: `${given} ${family}`,
    givenName: given,
    familyName: family,
    email: userName,
    active,
  };
}

const alice = person('1', directoryAlice.givenName, directoryAlice.familyName);
const bob = person('2', 'Bob', 'Stone');
/** Left: switched off. */
const carol = person('3', 'Carol', 'Diaz', false);
/** Left: removed. */
const dan = person('4', 'Dan', 'Evans');
const engineers = {
  id: 'b408d4e8-0001-7000-8000-000000000001',
  displayName: 'Engineers',
  externalId: 'idemeum-engineers',
};

function body({ userName, externalId, displayName, givenName, familyName, email, active }: ScimPerson) {
  return {
    schemas: [schemas.user],
    externalId,
    userName,
    displayName,
    name: { givenName, familyName },
    emails: [{ value: email, type: 'work', primary: true }],
    active,
  };
}

const resource = (one: ScimPerson) => ({
  id: one.id,
  ...body(one),
  schemas: [schemas.user, schemas.enterprise],
});
const group = { ...engineers, schemas: [schemas.group] };
const list = (...Resources: readonly object[]) => ({
  itemsPerPage: Resources.length,
  schemas: [schemas.list],
  Resources,
});
const found = (...Resources: readonly object[]) => ({
  totalResults: Resources.length,
  ...list(...Resources),
  startIndex: 1,
});
const patch = (...Operations: readonly object[]) => ({ schemas: [schemas.patch], Operations });
const members = (op: 'add' | 'remove', ...people: readonly ScimPerson[]) => ({
  op,
  path: 'members',
  value: people.map(({ id }) => ({ value: id })),
});
const filter = (text: string) => `filter=${encodeURIComponent(text)}`;

type Sketch = readonly [
  operation: ScimOperation,
  target: string,
  body: object | undefined,
  status: number,
  answer: object | undefined,
  more?: Partial<ScimExchange> & { readonly afterMs?: number },
];

/** A first push that is throttled once and loses one answer, and a second one in which people leave. */
const sketches: readonly Sketch[] = [
  ['ListUsers', '/Users?cursor=&count=100', undefined, 200, list()],
  ['CreateUser', '/Users', body(alice), 201, resource(alice)],
  ['CreateUser', '/Users', body(bob), 429, { schemas: [schemas.error], status: '429' }, { retryAfter: 2 }],
  ['CreateUser', '/Users', body(bob), 201, resource(bob), { afterMs: 2_100 }],
  ['CreateUser', '/Users', body({ ...carol, active: true }), 201, undefined, { lost: { performed: true } }],
  [
    'ListUsers',
    `/Users?${filter(`externalId eq "${carol.externalId}"`)}`,
    undefined,
    200,
    found(resource({ ...carol, active: true })),
  ],
  ['CreateUser', '/Users', body(dan), 201, resource(dan)],
  ['ListGroups', '/Groups?cursor=&count=100', undefined, 200, list()],
  [
    'CreateGroup',
    '/Groups',
    { schemas: [schemas.group], externalId: engineers.externalId, displayName: engineers.displayName },
    201,
    group,
  ],
  ['PatchGroup', `/Groups/${engineers.id}`, patch(members('add', alice, carol)), 204, undefined],
  [
    'ListUsers',
    '/Users?cursor=&count=100',
    undefined,
    200,
    list(...[alice, bob, { ...carol, active: true }, dan].map(resource)),
    { afterMs: 60_000 },
  ],
  ['DeleteUser', `/Users/${dan.id}`, undefined, 204, undefined],
  [
    'PatchUser',
    `/Users/${carol.id}`,
    patch({ op: 'replace', path: 'active', value: false }),
    200,
    resource(carol),
  ],
  ['ListGroups', '/Groups?cursor=&count=100', undefined, 200, list({ ...group, members: [] })],
  [
    'ListUsers',
    `/Users?cursor=&count=100&${filter(`groups.value eq "${engineers.id}"`)}`,
    undefined,
    200,
    list(...[alice, carol].map(resource)),
  ],
  [
    'PatchGroup',
    `/Groups/${engineers.id}`,
    patch(members('remove', carol), members('add', bob)),
    204,
    undefined,
  ],
];

const methods: readonly (readonly [RegExp, string])[] = [
  [/^Create/, 'POST'],
  [/^Patch/, 'PATCH'],
  [/^Delete/, 'DELETE'],
];

/** @param now the moment of the login, which comes after both pushes */
export function buildScim(now: number): ScimRecord {
  let at = now - 120_000;
  const exchanges = sketches.map(
    ([operation, target, sent, status, answer, more = {}], index): ScimExchange => {
      const { afterMs = 40, ...rest } = more;
      at += afterMs;
      return {
        index,
        at: new Date(at).toISOString(),
        operation,
        method: methods.find(([pattern]) => pattern.test(operation))?.[1] ?? 'GET',
        target,
        authorization: 'bearer',
        ...(sent === undefined ? {} : { contentType: 'application/scim+json', body: JSON.stringify(sent) }),
        status,
        ...(answer === undefined ? {} : { answer: JSON.stringify(answer) }),
        ...rest,
      };
    },
  );
  const baseUrl = 'https://scim.us-east-1.amazonaws.com/c94e05a8-0bc4-46a1-9f7f-7b1a2f7d2c11/scim/v2/';
  return { baseUrl, exchanges, dropped: 0 };
}

export function buildDirectory(): DirectoryRecord {
  const team: ScimTeam = { ...engineers, members: [alice.userName, bob.userName] };
  const expected = {
    users: [alice, bob, carol].map(({ id: _, ...one }) => one),
    groups: [{ displayName: team.displayName, externalId: engineers.externalId, members: team.members }],
  };
  return { expected, found: { users: [alice, bob, carol], groups: [team] }, byHand: [] };
}
