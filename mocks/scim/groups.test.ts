import { describe, expect, it } from 'vitest';
import { makeWorld, type World } from './testing/world.ts';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${index}@example.com`);
const values = (members: readonly string[]) => members.map((value) => ({ value }));

async function addUsers(world: World, count: number): Promise<readonly string[]> {
  return Promise.all(ids(count).map((name) => world.addUser(name)));
}

/** User names in a group, as the control API tells them. */
async function membersOf({ client }: World, displayName: string): Promise<readonly string[] | undefined> {
  return (await client.directory()).groups.find((one) => one.displayName === displayName)?.members;
}

describe('CreateGroup', () => {
  it('answers without members, and makes those it was given', async () => {
    const world = makeWorld();
    const [one = '', two = ''] = await addUsers(world, 2);
    const { status, body } = await world.send('POST', '/Groups', {
      externalId: '701984',
      displayName: 'Group Bar',
      members: [{ value: one, $ref: `../Users/${one}`, type: 'User' }, { value: two }],
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      externalId: '701984',
      meta: { resourceType: 'Group', created: '2026-03-01T12:00:00Z', lastModified: '2026-03-01T12:00:00Z' },
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Group Bar',
    });
    expect(await membersOf(world, 'Group Bar')).toEqual(['u0@example.com', 'u1@example.com']);
  });

  it.each<[string, object, RegExp]>([
    ['no displayName', { externalId: 'x' }, /'displayName' is missing/],
    ['an empty displayName', { displayName: '' }, /'displayName' failed to satisfy constraint/],
    ['a displayName that is no text', { displayName: 7 }, /expected value type 'string'/],
    [
      'an attribute that groups have not',
      { displayName: 'a', owner: 'x' },
      /^Attribute owner is not supported$/,
    ],
    [
      'a member who is none',
      { displayName: 'a', members: [{ value: 'none' }] },
      /^Member "none" is no user$/,
    ],
    [
      'a group as a member',
      { displayName: 'a', members: [{ value: 'x', type: 'Group' }] },
      /^Member type "Group" is not supported$/,
    ],
    [
      'a member without a value',
      { displayName: 'a', members: [{ display: 'x' }] },
      /^A value of members has no value$/,
    ],
  ])('refuses %s, and makes nothing', async (_, body, reason) => {
    const { send, reasonOf, client } = makeWorld();
    expect(await reasonOf(await send('POST', '/Groups', body))).toMatch(reason);
    expect((await client.directory()).groups).toEqual([]);
  });

  it('takes a hundred members in one request, and not one more', async () => {
    const world = makeWorld();
    const all = await addUsers(world, 101);
    const many = await world.send('POST', '/Groups', { displayName: 'many', members: values(all) });
    expect(await world.reasonOf(many)).toBe('101 members exceed the limit of 100');
    await world.addGroup('hundred', all.slice(0, 100));
    expect(await membersOf(world, 'hundred')).toHaveLength(100);
  });

  it.each<[string, object, string]>([
    ['displayName', { displayName: 'team' }, 'Duplicate GroupDisplayName'],
    ['displayName in other case', { displayName: 'TEAM' }, 'Duplicate GroupDisplayName'],
    ['externalId', { displayName: 'other', externalId: 'g1' }, 'Duplicate ExternalId'],
  ])('refuses a duplicate %s with 409', async (_, body, reason) => {
    const { send, reasonOf } = makeWorld();
    await send('POST', '/Groups', { displayName: 'team', externalId: 'g1' });
    expect(await reasonOf(await send('POST', '/Groups', body), 409)).toBe(reason);
  });
});

describe('GetGroup, DeleteGroup', () => {
  it('never tells members', async () => {
    const world = makeWorld();
    const [one = ''] = await addUsers(world, 1);
    const id = await world.addGroup('team', [one]);
    expect((await world.send('GET', `/Groups/${id}`)).body.members).toEqual([]);
    expect((await world.send('GET', '/Groups')).body.Resources[0].members).toEqual([]);
  });

  it('answers 404 for an id that is not there, and for one that is deleted', async () => {
    const { send, patch, addGroup, reasonOf } = makeWorld();
    const id = await addGroup('team');
    expect((await send('DELETE', `/Groups/${id}`)).status).toBe(204);
    for (const answer of [
      await send('GET', `/Groups/${id}`),
      await send('DELETE', `/Groups/${id}`),
      await patch(`/Groups/${id}`, { op: 'replace', path: 'displayName', value: 'x' }),
    ])
      expect(await reasonOf(answer, 404)).toBe(`There is no group "${id}"`);
  });

  it('leaves the people of a deleted group where they are, without it', async () => {
    const world = makeWorld();
    const [one = ''] = await addUsers(world, 1);
    const id = await world.addGroup('team', [one]);
    await world.send('DELETE', `/Groups/${id}`);
    expect((await world.send('GET', `/Users/${one}`)).status).toBe(200);
    expect(
      (await world.send('GET', `/Groups?filter=${encodeURIComponent(`members eq "${one}"`)}`)).body
        .totalResults,
    ).toBe(0);
  });

  it('has no PutGroup', async () => {
    const { send, addGroup, reasonOf } = makeWorld();
    const id = await addGroup('team');
    expect(await reasonOf(await send('PUT', `/Groups/${id}`, { displayName: 'x' }), 404)).toBe(
      `There is no PUT /Groups/${id}`,
    );
  });
});

describe('PatchGroup', () => {
  async function open(count = 3) {
    const world = makeWorld();
    const people = await addUsers(world, count);
    const id = await world.addGroup('team', people.slice(0, 1));
    const change = (...operations: readonly object[]) => world.patch(`/Groups/${id}`, ...operations);
    return { ...world, world, people, id, change };
  }

  it('answers 204 without a body, where PatchUser answers the user', async () => {
    const { change } = await open();
    expect(await change({ op: 'replace', path: 'displayName', value: 'crew' })).toMatchObject({
      status: 204,
      body: undefined,
    });
  });

  it.each<[string, (people: readonly string[]) => object, readonly number[]]>([
    ['adds several', (p) => ({ op: 'add', path: 'members', value: values(p.slice(1)) }), [0, 1, 2]],
    ['adds one', (p) => ({ op: 'add', path: 'members', value: { value: p[1] } }), [0, 1]],
    ['adds without a path', (p) => ({ op: 'add', value: { members: values(p.slice(1, 2)) } }), [0, 1]],
    ['adds who is there already', (p) => ({ op: 'add', path: 'members', value: values(p.slice(0, 1)) }), [0]],
    ['removes by value', (p) => ({ op: 'remove', path: 'members', value: values(p.slice(0, 1)) }), []],
    ['removes by a filter', (p) => ({ op: 'remove', path: `members[value eq "${p[0]}"]` }), []],
    ['removes who is not there', (p) => ({ op: 'remove', path: 'members', value: values(p.slice(1)) }), [0]],
  ])('%s', async (_, operation, expected) => {
    const { world, people, change } = await open();
    expect((await change(operation(people))).status).toBe(204);
    expect(await membersOf(world, 'team')).toEqual(expected.map((index) => `u${index}@example.com`));
  });

  it('renames, and keeps id, members and externalId', async () => {
    const { world, id, change, send } = await open();
    await change({ op: 'add', path: 'externalId', value: 'g1' });
    await change({ op: 'replace', value: { displayName: 'crew' } });
    expect(await membersOf(world, 'crew')).toEqual(['u0@example.com']);
    expect((await send('GET', `/Groups/${id}`)).body).toMatchObject({
      displayName: 'crew',
      externalId: 'g1',
    });
    expect((await change({ op: 'remove', path: 'externalId' })).status).toBe(204);
    expect((await send('GET', `/Groups/${id}`)).body).not.toHaveProperty('externalId');
  });

  it.each<[string, (people: readonly string[]) => object, string | RegExp]>([
    [
      'replacing all members',
      (p) => ({ op: 'replace', path: 'members', value: values(p) }),
      'Replacing all members of a group is not supported',
    ],
    [
      'replacing them without a path',
      (p) => ({ op: 'replace', value: { members: values(p) } }),
      'Replacing all members of a group is not supported',
    ],
    [
      'removing all members',
      () => ({ op: 'remove', path: 'members' }),
      'Removing all members of a group is not supported',
    ],
    [
      'another attribute',
      () => ({ op: 'replace', path: 'owner', value: 'x' }),
      'Attribute owner cannot be changed by PATCH',
    ],
    [
      'meta',
      () => ({ op: 'replace', path: 'meta.created', value: 'x' }),
      'Attribute meta.created cannot be changed by PATCH',
    ],
    [
      'two attributes without a path',
      () => ({ op: 'replace', value: { id: 'x', displayName: 'y' } }),
      /^Current PATCH support allows/,
    ],
    ['remove without a path', (p) => ({ op: 'remove', value: values(p) }), 'Missing path in PATCH request'],
    [
      'removing the name',
      () => ({ op: 'remove', path: 'displayName' }),
      'Attribute displayName cannot be removed',
    ],
    [
      'a name that is no text',
      () => ({ op: 'replace', path: 'displayName', value: 5 }),
      'Attribute displayName is not a text',
    ],
    [
      'an empty name',
      () => ({ op: 'replace', path: 'displayName', value: '' }),
      /'displayName' failed to satisfy constraint/,
    ],
    [
      'a filter with another operator',
      (p) => ({ op: 'remove', path: `members[value ne "${p[0]}"]` }),
      'Invalid Filter format',
    ],
    [
      'a filter on another attribute',
      () => ({ op: 'remove', path: 'members[display eq "x"]' }),
      /is not supported$/,
    ],
    [
      'a group as a member',
      (p) => ({ op: 'add', path: 'members', value: [{ value: p[0], type: 'Group' }] }),
      'Member type "Group" is not supported',
    ],
    [
      'ids in place of objects',
      (p) => ({ op: 'add', path: 'members', value: p }),
      'A value of members has no value',
    ],
  ])('refuses %s, and changes nothing', async (_, operation, reason) => {
    const { world, people, change, reasonOf } = await open();
    const said = await reasonOf(await change(operation(people)));
    expect(said).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
    expect(await membersOf(world, 'team')).toEqual(['u0@example.com']);
  });

  it('answers 404 for a member who is no user, and adds none of the others', async () => {
    const { world, people, change, reasonOf } = await open();
    const answer = await change({ op: 'add', path: 'members', value: values([people[1] ?? '', 'none']) });
    expect(await reasonOf(answer, 404)).toBe('Member "none" is no user');
    expect(await membersOf(world, 'team')).toEqual(['u0@example.com']);
  });

  it('does not take a group into a group', async () => {
    const { addGroup, change, reasonOf } = await open();
    const inner = await addGroup('inner');
    expect(
      await reasonOf(await change({ op: 'add', path: 'members', value: [{ value: inner }] }), 404),
    ).toMatch(/is no user$/);
  });

  it('takes a hundred membership changes in one request, and not one more', async () => {
    const { world, people, change, reasonOf } = await open(101);
    const half = (from: number, to: number) => ({
      op: 'add',
      path: 'members',
      value: values(people.slice(from, to)),
    });
    expect(await reasonOf(await change(half(0, 50), half(50, 101)))).toBe(
      '101 membership changes exceed the limit of 100',
    );
    expect((await change(half(0, 50), half(50, 100))).status).toBe(204);
    expect(await membersOf(world, 'team')).toHaveLength(100);
  });

  it('refuses another group’s name with 409, and does not change members either', async () => {
    const { world, people, addGroup, change, reasonOf } = await open();
    await addGroup('other');
    const answer = await change(
      { op: 'add', path: 'members', value: values(people.slice(1)) },
      { op: 'replace', path: 'displayName', value: 'Other' },
    );
    expect(await reasonOf(answer, 409)).toBe('Duplicate GroupDisplayName');
    expect(await membersOf(world, 'team')).toEqual(['u0@example.com']);
  });
});
