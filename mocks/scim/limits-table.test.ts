import { describe, expect, it } from 'vitest';
import { enterprise, makeWorld, patchSchema, person, token } from './testing/world.ts';

/**
 * Every limit that AWS documents for its SCIM, one test each, named as on the page of its developer guide. The other
 * tests of this folder look closer; this one is the list.
 */

type World = ReturnType<typeof makeWorld>;
type Row = readonly [limit: string, holds: (world: World) => Promise<void>];

const alice = 'alice@example.com';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const status = async (answer: ReturnType<World['send']>) => (await answer).status;
const idOf = async (answer: ReturnType<World['send']>): Promise<string> => (await answer).body.id;
const query = (kind: 'Users' | 'Groups', filter: string) => `/${kind}?filter=${encodeURIComponent(filter)}`;
const operations = (...Operations: readonly object[]) => ({ schemas: [patchSchema], Operations });
const group = (displayName: string, more: object = {}) => ({ schemas: [groupSchema], displayName, ...more });
const members = (ids: readonly string[]) => ids.map((value) => ({ value }));

/** Somebody with one attribute more, or in place of what there was, is refused by 400. */
const refusesUser =
  (more: object) =>
  async ({ send }: World) =>
    expect(await status(send('POST', '/Users', { ...person(alice), ...more }))).toBe(400);
const refusesList =
  (path: string) =>
  async ({ send }: World) =>
    expect(await status(send('GET', path))).toBe(400);
const answersList =
  (path: string) =>
  async ({ send }: World) =>
    expect(await status(send('GET', path))).toBe(200);
const patchesUser =
  (expected: 200 | 400, ...changes: readonly object[]) =>
  async ({ send }: World) => {
    const id = await idOf(send('POST', '/Users', { ...person(alice), title: 'x', externalId: 'x' }));
    expect(await status(send('PATCH', `/Users/${id}`, operations(...changes)))).toBe(expected);
  };
const patchesGroup =
  (expected: 204 | 400, change: (ids: readonly string[]) => object) =>
  async ({ send }: World) => {
    const ids = [
      await idOf(send('POST', '/Users', person('a'))),
      await idOf(send('POST', '/Users', person('b'))),
    ];
    const id = await idOf(send('POST', '/Groups', group('Group', { members: members(ids.slice(0, 1)) })));
    expect(await status(send('PATCH', `/Groups/${id}`, operations(change(ids))))).toBe(expected);
  };
const crowd = async ({ send }: World, count: number) => {
  const ids: string[] = [];
  for (let index = 0; index < count; index++)
    ids.push(await idOf(send('POST', '/Users', person(`p${index}`))));
  return ids;
};
const isThere = (method: string, path: string, expected: number) => async (world: World) => {
  const user = await idOf(world.send('POST', '/Users', person(alice)));
  const team = await idOf(world.send('POST', '/Groups', group('Group')));
  const target = path.replace('{user}', user).replace('{group}', team);
  const sent = method === 'PUT' ? { ...person('bob'), id: user } : method === 'POST' ? {} : undefined;
  expect(await status(world.send(method, target, sent))).toBe(expected);
};

const operationsOffered: readonly Row[] = [
  ['GetServiceProviderConfig is answered 200', isThere('GET', '/ServiceProviderConfig', 200)],
  ['ListSchemas and GetSchema are answered 200', isThere('GET', `/Schemas/${groupSchema}`, 200)],
  ['ListResourceTypes is answered 200', isThere('GET', '/ResourceTypes', 200)],
  ['GetUser is answered 200', isThere('GET', '/Users/{user}', 200)],
  ['PutUser is answered 200', isThere('PUT', '/Users/{user}', 200)],
  ['DeleteUser is answered 204', isThere('DELETE', '/Users/{user}', 204)],
  ['GetGroup is answered 200', isThere('GET', '/Groups/{group}', 200)],
  ['DeleteGroup is answered 204', isThere('DELETE', '/Groups/{group}', 204)],
  ['there is no PutGroup', isThere('PUT', '/Groups/{group}', 404)],
  ['there is no /Me', isThere('GET', '/Me', 404)],
  ['there is no /Bulk', isThere('POST', '/Bulk', 404)],
  ['there is no /.search', isThere('POST', '/.search', 404)],
  ['a second slash after the base URL is answered 404', isThere('GET', '//Users', 404)],
];

const users: readonly Row[] = [
  ...['userName', 'displayName'].map(
    (name): Row => [`CreateUser: ${name} is required`, refusesUser({ [name]: undefined })],
  ),
  ['CreateUser: name.givenName is required', refusesUser({ name: { familyName: 'x' } })],
  ['CreateUser: name.familyName is required', refusesUser({ name: { givenName: 'x' } })],
  ...['ims', 'photos', 'x509Certificates', 'entitlements'].map(
    (name): Row => [`${name} is not supported`, refusesUser({ [name]: [{ value: 'x' }] })],
  ),
  ['password is not supported', refusesUser({ password: 'a secret' })],
  ['groups may not be sent on create', refusesUser({ groups: [{ value: '1' }] })],
  [
    'manager.displayName is not supported',
    refusesUser({ [enterprise]: { manager: { value: '1', displayName: 'x' } } }),
  ],
  [
    'display of a sub-attribute is not supported',
    refusesUser({ emails: [{ value: alice, primary: true, display: 'x' }] }),
  ],
  ['roles take value, type and primary alone', refusesUser({ roles: [{ value: 'x', display: 'y' }] })],
  [
    'emails takes one value',
    refusesUser({ emails: [{ value: alice, primary: true }, { value: 'b@example.com' }] }),
  ],
  ['addresses takes one value', refusesUser({ addresses: [{ locality: 'a' }, { locality: 'b' }] })],
  ['phoneNumbers takes one value', refusesUser({ phoneNumbers: [{ value: '1' }, { value: '2' }] })],
  ['roles takes one value', refusesUser({ roles: [{ value: '1' }, { value: '2' }] })],
  ['the e-mail address must be primary', refusesUser({ emails: [{ value: alice, primary: false }] })],
  ['null is no value', refusesUser({ nickName: null })],
  ['an empty text is no value', refusesUser({ title: '' })],
  [
    'PutUser: the id in the body must be that of the address',
    async ({ send }) => {
      const id = await idOf(send('POST', '/Users', person(alice)));
      expect(await status(send('PUT', `/Users/${id}`, { ...person(alice), id: 'other' }))).toBe(400);
    },
  ],
  ...[
    ['userName', { ...person(alice), externalId: 'other' }] as const,
    ['externalId', { ...person('b'), externalId: 'x' }] as const,
  ].map(
    ([name, second]): Row => [
      `a second ${name} is refused by 409`,
      async ({ send }) => {
        await send('POST', '/Users', { ...person(alice), externalId: 'x' });
        expect(await status(send('POST', '/Users', second))).toBe(409);
      },
    ],
  ),
];

const lists: readonly Row[] = [
  ...['ne', 'co', 'sw', 'ew', 'gt', 'lt'].map(
    (operator): Row => [
      `the filter operator ${operator} is refused`,
      refusesList(query('Users', `userName ${operator} "a"`)),
    ],
  ),
  ['the filter operator pr is refused', refusesList(query('Users', 'userName pr'))],
  [
    'filters are joined with and: or is refused',
    refusesList(query('Users', 'userName eq "a" or userName eq "b"')),
  ],
  ['filters are joined with and: not is refused', refusesList(query('Users', 'not (userName eq "a")'))],
  ...[
    'userName eq "a"',
    'externalId eq "a"',
    'groups.value eq "a"',
    'id eq "a" and manager eq "b"',
    'manager eq "b" and id eq "a"',
  ].map((filter): Row => [`ListUsers is filtered by ${filter}`, answersList(query('Users', filter))]),
  ['ListUsers is filtered by nothing else', refusesList(query('Users', 'displayName eq "a"'))],
  ...[
    'displayName eq "a"',
    'externalId eq "a"',
    'id eq "a" and member eq "b"',
    'member eq "b" and id eq "a"',
    'members.value eq "a"',
  ].map((filter): Row => [`ListGroups is filtered by ${filter}`, answersList(query('Groups', filter))]),
  ['ListGroups is filtered by nothing else', refusesList(query('Groups', 'userName eq "a"'))],
  [
    'membership is asked by id and members, and the count is 0 or 1',
    async (world) => {
      const [one, other] = await crowd(world, 2);
      const id = await idOf(world.send('POST', '/Groups', group('Group', { members: members([one ?? '']) })));
      for (const [user, count] of [[one, 1] as const, [other, 0] as const]) {
        const { body } = await world.send('GET', query('Groups', `id eq "${id}" and members eq "${user}"`));
        expect(body.totalResults).toBe(count);
      }
    },
  ],
  ['count is at least 1', refusesList('/Users?count=0')],
  ['count is at most 100', refusesList('/Users?count=101')],
  [
    'a list holds 100 unless told otherwise, with totalResults, startIndex and itemsPerPage',
    async (world) => {
      await crowd(world, 101);
      const { body } = await world.send('GET', '/Users');
      expect(body.Resources).toHaveLength(100);
      expect(body).toMatchObject({ totalResults: 101, startIndex: 1, itemsPerPage: 100 });
    },
  ],
  [
    'the first cursor has no value, and the last page no nextCursor',
    async (world) => {
      await crowd(world, 2);
      const { body } = await world.send('GET', '/Users?cursor&count=1');
      expect(body.itemsPerPage).toBe(1);
      expect(body).not.toHaveProperty('totalResults');
      const last = await world.send('GET', `/Users?count=1&cursor=${encodeURIComponent(body.nextCursor)}`);
      expect(last.body).not.toHaveProperty('nextCursor');
    },
  ],
  ['a cursor has the letters of the page alone', refusesList('/Users?cursor=%3C%3E')],
  ...['startIndex=2', 'attributes=userName', 'excludedAttributes=userName'].map(
    (parameter): Row => [
      `${parameter} is not supported, and changes nothing`,
      async (world) => {
        await crowd(world, 2);
        const plain = await world.send('GET', '/Users');
        expect((await world.send('GET', `/Users?${parameter}`)).body).toEqual(plain.body);
      },
    ],
  ),
];

const groups: readonly Row[] = [
  [
    'CreateGroup: displayName is required',
    async ({ send }) => expect(await status(send('POST', '/Groups', { schemas: [groupSchema] }))).toBe(400),
  ],
  [
    'CreateGroup takes a hundred members',
    async (world) => {
      const ids = await crowd(world, 101);
      expect(
        await status(world.send('POST', '/Groups', group('a', { members: members(ids.slice(1)) }))),
      ).toBe(201);
      expect(await status(world.send('POST', '/Groups', group('b', { members: members(ids) })))).toBe(400);
    },
  ],
  [
    'GetGroup and ListGroups tell no members',
    async (world) => {
      const ids = await crowd(world, 1);
      const id = await idOf(world.send('POST', '/Groups', group('a', { members: members(ids) })));
      expect((await world.send('GET', `/Groups/${id}`)).body.members ?? []).toEqual([]);
      expect((await world.send('GET', '/Groups')).body.Resources[0].members).toEqual([]);
    },
  ],
  [
    'a second displayName is refused by 409',
    async ({ send }) => {
      await send('POST', '/Groups', group('a'));
      expect(await status(send('POST', '/Groups', group('a')))).toBe(409);
    },
  ],
  [
    'PatchGroup changes displayName',
    patchesGroup(204, () => ({ op: 'replace', path: 'displayName', value: 'x' })),
  ],
  [
    'PatchGroup changes externalId',
    patchesGroup(204, () => ({ op: 'replace', path: 'externalId', value: 'x' })),
  ],
  [
    'PatchGroup changes members',
    patchesGroup(204, (ids) => ({ op: 'add', path: 'members', value: members(ids.slice(1)) })),
  ],
  ['PatchGroup changes nothing else', patchesGroup(400, () => ({ op: 'add', path: 'owner', value: 'x' }))],
  [
    'PatchGroup does not replace all members',
    patchesGroup(400, (ids) => ({ op: 'replace', path: 'members', value: members(ids) })),
  ],
  [
    'PatchGroup does not remove all members without a filter',
    patchesGroup(400, () => ({ op: 'remove', path: 'members' })),
  ],
  [
    'PatchGroup takes a hundred changes of membership',
    async (world) => {
      const ids = await crowd(world, 101);
      const id = await idOf(world.send('POST', '/Groups', group('a')));
      const add = (some: readonly string[]) =>
        status(
          world.send(
            'PATCH',
            `/Groups/${id}`,
            operations({ op: 'add', path: 'members', value: members(some) }),
          ),
        );
      expect(await add(ids)).toBe(400);
      expect(await add(ids.slice(1))).toBe(204);
    },
  ],
];

const changes: readonly Row[] = [
  ['PatchUser wants op', patchesUser(400, { path: 'title', value: 'x' })],
  ['PatchUser has add, replace and remove', patchesUser(400, { op: 'move', path: 'title', value: 'x' })],
  ['PatchUser wants a path to remove', patchesUser(400, { op: 'remove' })],
  ['PatchUser wants a value to add', patchesUser(400, { op: 'add', path: 'title' })],
  ['PatchUser wants a value to replace', patchesUser(400, { op: 'replace', path: 'title' })],
  ...(
    [
      'userName',
      'externalId',
      'displayName',
      'nickName',
      'profileUrl',
      'title',
      'userType',
      'preferredLanguage',
      'locale',
      'timezone',
    ] as const
  ).map(
    (path): Row => [
      `PatchUser changes ${path}`,
      patchesUser(200, {
        op: 'replace',
        path,
        value: path === 'profileUrl' ? 'https://example.com/x' : 'new',
      }),
    ],
  ),
  ['PatchUser changes active', patchesUser(200, { op: 'replace', path: 'active', value: false })],
  [
    'PatchUser changes name',
    patchesUser(200, { op: 'replace', path: 'name', value: { givenName: 'x', familyName: 'y' } }),
  ],
  [
    'PatchUser changes the enterprise extension',
    patchesUser(200, { op: 'add', path: `${enterprise}:department`, value: 'x' }),
  ],
  [
    'PatchUser changes emails',
    patchesUser(200, { op: 'replace', path: 'emails', value: [{ value: 'x@example.com', primary: true }] }),
  ],
  [
    'PatchUser changes addresses',
    patchesUser(200, { op: 'add', path: 'addresses', value: [{ locality: 'Bern' }] }),
  ],
  [
    'PatchUser changes phoneNumbers',
    patchesUser(200, { op: 'add', path: 'phoneNumbers', value: [{ value: '1' }] }),
  ],
  [
    'PatchUser does not change roles',
    patchesUser(400, { op: 'add', path: 'roles', value: [{ value: 'x' }] }),
  ],
  ...['userName', 'active'].map(
    (path): Row => [
      `PatchUser changes ${path} once in a request`,
      patchesUser(
        400,
        ...[1, 2].map((count) => ({ op: 'replace', path, value: path === 'active' ? false : `x${count}` })),
      ),
    ],
  ),
  ...['userName', 'active'].map(
    (path): Row => [`PatchUser does not remove ${path}`, patchesUser(400, { op: 'remove', path })],
  ),
  [
    'PatchUser filters in paths by eq alone',
    patchesUser(400, { op: 'replace', path: 'emails[type sw "w"].value', value: 'x@example.com' }),
  ],
];

const answers: readonly Row[] = [
  [
    'a missing id is answered 404',
    async ({ send }) => expect(await status(send('GET', '/Users/none'))).toBe(404),
  ],
  [
    'a wrong token is answered 401',
    async ({ send }) =>
      expect(await status(send('GET', '/Users', undefined, { authorization: 'Bearer wrong-token' }))).toBe(
        401,
      ),
  ],
  [
    'a wrong tenant id is answered 401',
    async ({ double, baseUrl }) => {
      const url = `${baseUrl.replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-000000000000')}Users`;
      const { status: found } = await double.fetch(
        new Request(url, { headers: { authorization: `Bearer ${token}` } }),
      );
      expect(found).toBe(401);
    },
  ],
  [
    'an access token lives for a year',
    async ({ send, wait }) => {
      wait(364 * 86_400_000);
      expect(await status(send('GET', '/Users'))).toBe(200);
      wait(86_400_000);
      expect(await status(send('GET', '/Users'))).toBe(401);
    },
  ],
  [
    'there are two access tokens at most',
    async ({ client }) => {
      await client.createToken();
      await expect(client.createToken()).rejects.toThrow(/2 access tokens/);
    },
  ],
  [
    'too many requests are answered 429',
    async ({ send, client }) => {
      await client.setRate({ perSecond: 1, burst: 1 });
      await send('GET', '/Users');
      expect(await status(send('GET', '/Users'))).toBe(429);
    },
  ],
  [
    'every answer carries x-amzn-RequestId and application/json',
    async ({ send }) => {
      const { headers } = await send('GET', '/Users');
      expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('content-type')).toMatch(/^application\/json/);
    },
  ],
  [
    'an answer has no meta.location and no meta.version',
    async ({ send }) => {
      const { body } = await send('POST', '/Users', person(alice));
      expect(Object.keys(body.meta).sort()).toEqual(['created', 'lastModified', 'resourceType']);
    },
  ],
  [
    'an error names schema and schemas, detail, status, exceptionRequestId and timeStamp',
    async ({ send }) => {
      const { body } = await send('GET', '/Users/none');
      expect(Object.keys(body).sort()).toEqual([
        'detail',
        'exceptionRequestId',
        'schema',
        'schemas',
        'status',
        'timeStamp',
      ]);
    },
  ],
];

const tables: Readonly<Record<string, readonly Row[]>> = {
  'Supported API operations': operationsOffered,
  Users: users,
  'Lists and filters': lists,
  Groups: groups,
  PatchUser: changes,
  Answers: answers,
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', async (_limit, holds) => {
    await holds(makeWorld());
  });
});
